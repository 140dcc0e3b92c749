import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FileFacts } from '../../model/manifest'
import type { Disk } from '../disk/disk'
import { DiskFault } from '../disk/diskFault'

/** How many bytes are gathered before they are written: single lines cost twice the time. */
const BUFFER = 256 * 1024

/** The dot-file that a file is until it is whole. */
export const unfinishedName = (path: string): string => join(dirname(path), `.${basename(path)}.unfinished`)

/** A file while it is written, under a name that no loader reads; it knows its own hash at every byte. */
export class UnfinishedFile {
  private readonly hash: Hash
  private descriptor: number | undefined
  private gathered: Uint8Array[] = []
  private waiting = 0
  private bytes = 0
  private rows = 0

  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    kept: Kept | undefined,
  ) {
    this.descriptor = disk.open(path, kept === undefined)
    this.hash = kept?.hash ?? createHash('sha256')
    if (kept === undefined) return
    this.bytes = kept.facts.bytes
    this.rows = kept.facts.rows
    try {
      disk.truncate(this.descriptor, this.bytes)
    } catch (thrown) {
      this.close()
      throw thrown
    }
  }

  static fresh(disk: Disk, finalPath: string): UnfinishedFile {
    const path = unfinishedName(finalPath)
    disk.makeFolder(dirname(path))
    return new UnfinishedFile(disk, path, undefined)
  }

  /** Goes on with what an earlier run has written, if its beginning still has this hash. */
  static resumed(disk: Disk, finalPath: string, facts: FileFacts): UnfinishedFile | undefined {
    const path = unfinishedName(finalPath)
    const hash = hashOfBeginning(path, facts.bytes)
    if (hash?.copy().digest('hex') !== facts.sha256) return undefined
    return new UnfinishedFile(disk, path, { facts, hash })
  }

  append(content: string | Uint8Array, rows: number): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.rows += rows
    this.gathered.push(bytes)
    this.waiting += bytes.length
    if (this.waiting >= BUFFER) this.flush()
  }

  /** What is in the file so far, once it is on the disk. */
  sync(): FileFacts {
    this.flush()
    if (this.descriptor !== undefined) this.disk.sync(this.descriptor)
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.copy().digest('hex') }
  }

  /** It stays where it is, for `sync`ed bytes to be found again. */
  close(): void {
    const { descriptor } = this
    this.descriptor = undefined
    if (descriptor !== undefined) this.disk.close(descriptor)
  }

  private flush(): void {
    if (this.descriptor === undefined || this.waiting === 0) return
    const bytes = Buffer.concat(this.gathered)
    for (let written = 0; written < bytes.length; ) {
      const more = this.disk.write(this.descriptor, bytes.subarray(written), this.bytes + written)
      if (more <= 0) throw new DiskFault(`no more could be written to ${this.path}`)
      written += more
    }
    this.hash.update(bytes)
    this.bytes += bytes.length
    this.gathered = []
    this.waiting = 0
  }
}

interface Kept {
  readonly facts: FileFacts
  readonly hash: Hash
}

/** The running hash of a file's first bytes; undefined where there are fewer, or none that can be read. */
function hashOfBeginning(path: string, length: number): Hash | undefined {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch {
    return undefined
  }
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(BUFFER)
    for (let at = 0; at < length; ) {
      const read = readSync(descriptor, buffer, 0, Math.min(BUFFER, length - at), at)
      if (read === 0) return undefined
      hash.update(buffer.subarray(0, read))
      at += read
    }
    return hash
  } finally {
    closeSync(descriptor)
  }
}
