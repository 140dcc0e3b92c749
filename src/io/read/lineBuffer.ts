import { readSync } from 'node:fs'

const CHUNK = 256 * 1024
const LINE_FEED = 0x0a
/** The bytes that are kept of a line that is too long: enough for 1,000 characters. */
const HEAD = 4_000

/** The bytes between two line feeds. */
export interface RawLine {
  /** Without the line feed; only the beginning where the line is longer than may be held. Valid until the next line is read. */
  readonly bytes: Buffer
  readonly length: number
  /** False for a last line without a line feed. */
  readonly ended: boolean
  /** The byte of the file at which the next line begins. */
  readonly end: number
}

/** The lines of an open file as bytes, of which never more are held than the longest line that is allowed, and one chunk. */
export class LineBuffer {
  private buffer = Buffer.allocUnsafe(CHUNK)
  /** Where the next line begins in the buffer, and how much of the buffer is filled. */
  private start = 0
  private filled = 0

  /** `position` is the byte of the file that is read next. */
  constructor(
    private readonly descriptor: number,
    private position: number,
    private readonly longest: number,
  ) {}

  /** The bytes that come next: a chunk, or all there are. Throws what the disk throws, as does `next`. */
  head(): Buffer {
    while (this.filled < CHUNK && this.fill());
    return this.buffer.subarray(this.start, this.filled)
  }

  next(): RawLine | undefined {
    for (let searched = 0; ; ) {
      const feed = this.buffer.subarray(this.start, this.filled).indexOf(LINE_FEED, searched)
      if (feed >= 0) return this.take(feed, true)
      searched = this.filled - this.start
      if (searched > this.longest) return this.skip()
      if (!this.fill()) return searched === 0 ? undefined : this.take(searched, false)
    }
  }

  private take(length: number, ended: boolean): RawLine {
    const bytes = this.buffer.subarray(this.start, this.start + Math.min(length, this.longest))
    this.start += ended ? length + 1 : length
    return { bytes, length, ended, end: this.position - (this.filled - this.start) }
  }

  /** Lets go of a line that is too long while it is read, up to its line feed. */
  private skip(): RawLine {
    const bytes = Buffer.from(this.buffer.subarray(this.start, Math.min(this.filled, this.start + HEAD)))
    let length = 0
    for (;;) {
      const feed = this.buffer.subarray(this.start, this.filled).indexOf(LINE_FEED)
      if (feed >= 0) return { ...this.take(feed, true), bytes, length: length + feed }
      length += this.filled - this.start
      this.start = this.filled
      if (!this.fill()) return { bytes, length, ended: false, end: this.position }
    }
  }

  /** Reads on; false at the end of the file. */
  private fill(): boolean {
    if (this.filled === this.buffer.length) this.makeRoom()
    const read = readSync(this.descriptor, this.buffer, this.filled, this.buffer.length - this.filled, this.position)
    this.filled += read
    this.position += read
    return read > 0
  }

  private makeRoom(): void {
    const roomy = this.start > 0 ? this.buffer : Buffer.allocUnsafe(Math.min(2 * this.buffer.length, this.longest + CHUNK))
    this.buffer.copy(roomy, 0, this.start, this.filled)
    this.buffer = roomy
    this.filled -= this.start
    this.start = 0
  }
}
