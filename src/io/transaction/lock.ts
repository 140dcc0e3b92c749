import { hash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import type { Disk } from '../disk/disk'
import { isRunning, mayBeRunning, type ProcessIdentity, thisProcess } from './processIdentity'
import { ignoreErrors } from './ignoreErrors'
import { UnfinishedFile, unfinishedName } from './unfinishedFile'

/** Maximum number of attempts to acquire a lock that other runs acquire and release in the meantime. */
const MAX_ATTEMPTS = 5

/** Exclusive access to a folder, until it is released. */
export interface Lock {
  /** True if the lock on the disk is still this one. */
  readonly isHeld: () => boolean
  readonly release: () => void
}

/** Texts of locks that this process has released but whose files may still exist. */
const releasedLocks = new Set<string>()

/**
 * Locks a folder. Returns a `Locked` problem with the holder if another run has the lock. A lock whose process has ended is
 * taken over. Throws the disk's error.
 *
 * The lock is a hard link to a complete file. It appears atomically, so no process reads a half-written lock.
 */
export function lockFolder(disk: Disk, folder: string): Lock | Problem {
  const path = join(folder, 'lock')
  // Two runs in one process are two holders.
  const run = randomUUID()
  const text = JSON.stringify({ ...thisProcess(), run })
  const own = join(folder, `lock.${process.pid}.${run}`)
  const removeOwn = (): void => ignoreErrors(() => disk.remove(unfinishedName(own)))
  const release = (): void => {
    releasedLocks.add(text)
    removeOwn()
    if (textOf(path) === text) disk.remove(path)
    releasedLocks.delete(text)
  }
  try {
    writeOwn(disk, own, text)
    const holder = acquire(disk, unfinishedName(own), path)
    if (holder !== undefined) return lockedProblem(folder, holder)
    ignoreErrors(() => removeLeftovers(disk, folder))
    return { isHeld: () => textOf(path) === text, release }
  } finally {
    removeOwn()
  }
}

/** Retries, because a run that ends removes the empty folder, possibly between creating the folder and opening the file. */
function writeOwn(disk: Disk, own: string, text: string): void {
  const file = withRetries(() => UnfinishedFile.create(disk, own))
  try {
    file.append(text, 0)
    file.sync()
  } finally {
    file.close()
  }
}

function withRetries<T>(act: () => T): T {
  for (let tried = 1; ; tried++) {
    try {
      return act()
    } catch (thrown) {
      if (tried === MAX_ATTEMPTS || (thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
    }
  }
}

/**
 * Acquires the lock by linking the run's own file to the lock path. Returns undefined on success, otherwise the holder.
 *
 * Only a run that holds a second lock, on the removal, removes a stale lock. Without it, two runs that find the same stale lock
 * could remove each other's new locks.
 */
function acquire(disk: Disk, own: string, path: string): ProcessIdentity | 'unknown' | undefined {
  for (let tried = 0; tried < MAX_ATTEMPTS; tried++) {
    if (isLinked(disk, own, path)) return undefined
    const found = textOf(path)
    if (found === undefined) continue
    const holder = holderOf(found)
    if (holder !== undefined && mayBeRunning(holder) && !releasedLocks.has(found)) return holder
    const removal = `${path}.${hash('sha256', found, 'hex').slice(0, 16)}`
    const other = acquire(disk, own, removal)
    if (other !== undefined) return other
    try {
      if (textOf(path) === found) disk.remove(path)
    } finally {
      // A removal lock that stays blocks no run, because this stale lock never appears again.
      ignoreErrors(() => disk.remove(removal))
    }
  }
  return 'unknown'
}

function isLinked(disk: Disk, from: string, to: string): boolean {
  try {
    disk.link(from, to)
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw thrown
  }
}

/** Removes the files of runs that were killed while they acquired the lock or removed a stale one. */
function removeLeftovers(disk: Disk, folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\.lock\.(\d+)\..+\.unfinished$/.exec(name)?.[1]
    if (pid === undefined ? /^lock(?:\.[0-9a-f]{16})+$/.test(name) : !isRunning(Number(pid))) disk.remove(join(folder, name))
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Parses the holder of a lock. Returns undefined for a damaged lock, which no run holds. */
function holderOf(text: string): ProcessIdentity | undefined {
  try {
    const { host, pid, started } = JSON.parse(text) as ProcessIdentity
    return typeof host === 'string' && Number.isSafeInteger(pid) && typeof started === 'string' ? { host, pid, started } : undefined
  } catch {
    return undefined
  }
}

const lockedProblem = (folder: string, holder: ProcessIdentity | 'unknown'): Problem => ({
  _tag: 'Locked',
  path: folder,
  expected: 'a folder without another writer',
  received: holder === 'unknown' ? 'a lock that other runs keep acquiring' : `a run of process ${holder.pid} on ${holder.host}`,
  hint: `wait until that run has ended; if there is no such process, remove ${join(folder, 'lock')}`,
})
