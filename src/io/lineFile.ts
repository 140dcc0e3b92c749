import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How many characters are gathered before they are written: single lines cost twice the time. */
const BUFFER = 128 * 1024

/** A file of lines that appears under its name only when it is whole; until then it is a dot-file, which no loader reads. */
export class LineFile {
  private readonly unfinished: string
  private readonly descriptor: number
  private buffer = ''

  constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.unfinished = join(dirname(path), `.${path.slice(dirname(path).length + 1)}.unfinished`)
    this.descriptor = openSync(this.unfinished, 'w')
  }

  write(line: string): void {
    this.buffer += `${line}\n`
    if (this.buffer.length >= BUFFER) this.flush()
  }

  /** Writes what is left and makes sure that it is on the disk; `publish` then gives the file its name. */
  finish(): void {
    this.flush()
    fsyncSync(this.descriptor)
    closeSync(this.descriptor)
  }

  publish(): void {
    renameSync(this.unfinished, this.path)
  }

  /** Removes what was written so far. */
  abandon(): void {
    closeSync(this.descriptor)
    rmSync(this.unfinished, { force: true })
  }

  private flush(): void {
    const bytes = Buffer.from(this.buffer)
    for (let written = 0; written < bytes.length; ) written += writeSync(this.descriptor, bytes, written)
    this.buffer = ''
  }
}
