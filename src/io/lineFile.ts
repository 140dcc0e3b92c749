import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** How many characters are gathered before they are written: single lines cost twice the time. */
const BUFFER = 128 * 1024

/**
 * A file of lines that appears under its name only when it is whole; until then it is a dot-file, which no loader
 * reads. Its name holds the process, so that two builds into one folder never write into the same file.
 */
export class LineFile {
  private readonly unfinished: string
  private descriptor: number | undefined
  private buffer = ''

  constructor(private readonly path: string) {
    this.unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.unfinished`)
  }

  open(): void {
    mkdirSync(dirname(this.path), { recursive: true })
    if (statSync(this.path, { throwIfNoEntry: false })?.isDirectory() === true) throw new Error(`${this.path} is a folder`)
    this.removeLeftovers()
    this.descriptor = openSync(this.unfinished, 'w')
  }

  write(line: string): void {
    this.buffer += `${line}\n`
    if (this.buffer.length >= BUFFER) this.flush()
  }

  /** Writes what is left and makes sure that it is on the disk; `publish` then gives the file its name. */
  finish(): void {
    this.flush()
    if (this.descriptor !== undefined) fsyncSync(this.descriptor)
    this.close()
  }

  publish(): void {
    renameSync(this.unfinished, this.path)
  }

  /** Removes what was written so far; after `publish` there is nothing to remove. It never throws. */
  abandon(): void {
    try {
      this.close()
      rmSync(this.unfinished, { force: true })
    } catch {
      // What cannot be removed now (the folder is gone, the disk fails) the next build removes.
    }
  }

  private flush(): void {
    if (this.descriptor === undefined) throw new Error(`${this.path} is not open`)
    const bytes = Buffer.from(this.buffer)
    for (let written = 0; written < bytes.length; ) written += writeSync(this.descriptor, bytes, written)
    this.buffer = ''
  }

  private close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor)
    this.descriptor = undefined
  }

  /** A build that was killed could not remove its dot-file: the next one into the same folder does. */
  private removeLeftovers(): void {
    const folder = dirname(this.path)
    const start = `.${basename(this.path)}.`
    for (const name of readdirSync(folder)) {
      const owner = name.startsWith(start) ? /^(\d+)\.unfinished$/.exec(name.slice(start.length))?.[1] : undefined
      if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, name), { force: true })
    }
  }
}

function isRunning(owner: number): boolean {
  try {
    // Signal 0 asks whether there is such a process and sends nothing.
    return process.kill(owner, 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}
