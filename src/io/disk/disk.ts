import { closeSync, fsyncSync, ftruncateSync, linkSync, openSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { linkOrCopy } from './linkOrCopy'
import { makeFolder } from './makeFolder'

/** All calls that change the disk. Each throws Node's error. Tests replace it to make single calls fail. */
export interface Disk {
  readonly makeFolder: (path: string) => void
  /** Opens a file for writing. `fresh` creates or empties it; otherwise the file must exist and keeps its content. */
  readonly open: (path: string, fresh: boolean) => number
  /** Returns the number of bytes written, which can be fewer than given. */
  readonly write: (descriptor: number, bytes: Uint8Array, position: number) => number
  readonly truncate: (descriptor: number, length: number) => void
  readonly sync: (descriptor: number) => void
  readonly close: (descriptor: number) => void
  readonly rename: (from: string, to: string) => void
  /** Gives a file a second name. Fails if that name exists. */
  readonly link: (from: string, to: string) => void
  /** Removes a file. A missing file is not an error. */
  readonly remove: (path: string) => void
  /** Removes an empty folder. Fails if the folder is not empty. */
  readonly removeFolder: (path: string) => void
  /** Flushes the directory entries of a folder to the disk. */
  readonly syncFolder: (path: string) => void
}

/** The real disk, through `node:fs`. */
export const nodeDisk: Disk = {
  makeFolder,
  open: (path, fresh) => openSync(path, fresh ? 'w' : 'r+'),
  write: (descriptor, bytes, position) => writeSync(descriptor, bytes, 0, bytes.length, position),
  truncate: ftruncateSync,
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  link: (from, to) => linkOrCopy(linkSync, from, to),
  remove: path => rmSync(path, { force: true }),
  removeFolder: rmdirSync,
  syncFolder,
}

function syncFolder(path: string): void {
  // Windows cannot open a folder. There the file system's journal makes a rename durable.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
