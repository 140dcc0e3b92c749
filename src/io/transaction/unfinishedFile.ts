import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FileFacts } from '../../model/manifest'
import type { Disk } from '../disk/disk'
import { DiskFault } from '../disk/diskFault'

/** Bytes buffered before a write. Writing line by line takes twice the time. */
const BUFFER_BYTES = 256 * 1024

/** Returns the path of the dot-file that holds a file until it is published. */
export const unfinishedName = (path: string): string => join(dirname(path), `.${basename(path)}.unfinished`)

/** A file that is being written, under a name that no loader reads. Keeps a running hash of its bytes. */
export class UnfinishedFile {
  private readonly hash: Hash
  private descriptor: number | undefined
  private pendingChunks: Uint8Array[] = []
  private pendingBytes = 0
  private bytes = 0
  private rows = 0

  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    previous: WrittenPart | undefined,
  ) {
    this.descriptor = disk.open(path, previous === undefined)
    this.hash = previous?.hash ?? createHash('sha256')
    if (previous === undefined) return
    this.bytes = previous.facts.bytes
    this.rows = previous.facts.rows
    try {
      disk.truncate(this.descriptor, this.bytes)
    } catch (thrown) {
      this.close()
      throw thrown
    }
  }

  /** Creates the file, or empties an existing one. */
  static create(disk: Disk, finalPath: string): UnfinishedFile {
    const path = unfinishedName(finalPath)
    disk.makeFolder(dirname(path))
    return new UnfinishedFile(disk, path, undefined)
  }

  /** Opens the file of a previous run at the end of the part with these facts; undefined if that part has another hash. */
  static resume(disk: Disk, finalPath: string, facts: FileFacts): UnfinishedFile | undefined {
    const path = unfinishedName(finalPath)
    const hash = hashPrefix(path, facts.bytes)
    if (hash?.copy().digest('hex') !== facts.sha256) return undefined
    return new UnfinishedFile(disk, path, { facts, hash })
  }

  /** Appends content with this number of rows. Buffers it until the next write. */
  append(content: string | Uint8Array, rows: number): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.rows += rows
    this.pendingChunks.push(bytes)
    this.pendingBytes += bytes.length
    if (this.pendingBytes >= BUFFER_BYTES) this.flush()
  }

  /** Flushes the file to the disk. Returns the facts of its content so far. */
  sync(): FileFacts {
    this.flush()
    if (this.descriptor !== undefined) this.disk.sync(this.descriptor)
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.copy().digest('hex') }
  }

  /** Closes the file and keeps it on the disk, so that a later run can resume from the synced bytes. */
  close(): void {
    const { descriptor } = this
    this.descriptor = undefined
    if (descriptor !== undefined) this.disk.close(descriptor)
  }

  private flush(): void {
    if (this.descriptor === undefined || this.pendingBytes === 0) return
    const bytes = Buffer.concat(this.pendingChunks)
    for (let written = 0; written < bytes.length; ) {
      const more = this.disk.write(this.descriptor, bytes.subarray(written), this.bytes + written)
      if (more <= 0) throw new DiskFault(`cannot write more bytes to ${this.path}`)
      written += more
    }
    this.hash.update(bytes)
    this.bytes += bytes.length
    this.pendingChunks = []
    this.pendingBytes = 0
  }
}

interface WrittenPart {
  readonly facts: FileFacts
  readonly hash: Hash
}

/** Returns the running hash of the first `length` bytes of a file; undefined if the file is shorter or unreadable. */
function hashPrefix(path: string, length: number): Hash | undefined {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch {
    return undefined
  }
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(BUFFER_BYTES)
    for (let at = 0; at < length; ) {
      const read = readSync(descriptor, buffer, 0, Math.min(BUFFER_BYTES, length - at), at)
      if (read === 0) return undefined
      hash.update(buffer.subarray(0, read))
      at += read
    }
    return hash
  } finally {
    closeSync(descriptor)
  }
}
