import { closeSync, fsyncSync, ftruncateSync, linkSync, openSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { linkOrCopy } from './linkOrCopy'
import { makeFolder } from './makeFolder'

/** Every call that changes what lies on the disk; tests let them fail one by one. Each throws what Node throws. */
export interface Disk {
  readonly makeFolder: (path: string) => void
  /** Opens for writing; `fresh` empties the file or makes it, otherwise it must be there, and is kept. */
  readonly open: (path: string, fresh: boolean) => number
  /** Gives how many bytes were written, which may be fewer than were given. */
  readonly write: (descriptor: number, bytes: Uint8Array, position: number) => number
  readonly truncate: (descriptor: number, length: number) => void
  readonly sync: (descriptor: number) => void
  readonly close: (descriptor: number) => void
  readonly rename: (from: string, to: string) => void
  /** Gives a file a second name, unless that name is taken. */
  readonly link: (from: string, to: string) => void
  /** A file that is not there is no error. */
  readonly remove: (path: string) => void
  /** Only where it is empty. */
  readonly removeFolder: (path: string) => void
  /** Makes sure that the names in a folder are on the disk. */
  readonly syncFolder: (path: string) => void
}

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
  // Windows cannot open a folder: there a rename is on the disk with the file system's own journal.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
