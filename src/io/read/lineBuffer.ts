import { readSync } from 'node:fs'

const CHUNK_BYTES = 256 * 1024
const LINE_FEED = 0x0a
/** Bytes kept of a line that is too long: enough for 1,000 characters. */
const HEAD_BYTES = 4_000

/** The bytes between two line feeds. */
export interface RawLine {
  /** Bytes without the line feed; only the start of a line that is too long. Valid until the next line is read. */
  readonly bytes: Buffer
  /** Length of the whole line in bytes. */
  readonly length: number
  /** False for a last line without a line feed. */
  readonly ended: boolean
  /** Byte offset of the next line in the file. */
  readonly end: number
}

/** Splits an open file into lines of bytes. It holds at most `maxLineBytes` and one chunk in memory. */
export class LineBuffer {
  private buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  /** Start of the next line in the buffer; `filled` is the end of the data in the buffer. */
  private start = 0
  private filled = 0

  /** `position` is the byte offset of the next read from the file. */
  constructor(
    private readonly descriptor: number,
    private position: number,
    private readonly maxLineBytes: number,
  ) {}

  /** Returns the next bytes without consuming them: a chunk, or all that remain. Throws Node's error, as `next` does. */
  head(): Buffer {
    while (this.filled < CHUNK_BYTES && this.fill());
    return this.buffer.subarray(this.start, this.filled)
  }

  /** Returns the next line; undefined at the end of the file. */
  next(): RawLine | undefined {
    for (let searched = 0; ; ) {
      const feed = this.buffer.subarray(this.start, this.filled).indexOf(LINE_FEED, searched)
      if (feed >= 0) return this.take(feed, true)
      searched = this.filled - this.start
      if (searched > this.maxLineBytes) return this.skip()
      if (!this.fill()) return searched === 0 ? undefined : this.take(searched, false)
    }
  }

  private take(length: number, ended: boolean): RawLine {
    const bytes = this.buffer.subarray(this.start, this.start + Math.min(length, this.maxLineBytes))
    this.start += ended ? length + 1 : length
    return { bytes, length, ended, end: this.position - (this.filled - this.start) }
  }

  /** Reads a line that is too long up to its line feed, and keeps only its start. */
  private skip(): RawLine {
    const bytes = Buffer.from(this.buffer.subarray(this.start, Math.min(this.filled, this.start + HEAD_BYTES)))
    let length = 0
    for (;;) {
      const feed = this.buffer.subarray(this.start, this.filled).indexOf(LINE_FEED)
      if (feed >= 0) return { ...this.take(feed, true), bytes, length: length + feed }
      length += this.filled - this.start
      this.start = this.filled
      if (!this.fill()) return { bytes, length, ended: false, end: this.position }
    }
  }

  /** Reads more bytes into the buffer. Returns false at the end of the file. */
  private fill(): boolean {
    if (this.filled === this.buffer.length) this.makeRoom()
    const read = readSync(this.descriptor, this.buffer, this.filled, this.buffer.length - this.filled, this.position)
    this.filled += read
    this.position += read
    return read > 0
  }

  private makeRoom(): void {
    const roomy = this.start > 0 ? this.buffer : Buffer.allocUnsafe(Math.min(2 * this.buffer.length, this.maxLineBytes + CHUNK_BYTES))
    this.buffer.copy(roomy, 0, this.start, this.filled)
    this.buffer = roomy
    this.filled -= this.start
    this.start = 0
  }
}
