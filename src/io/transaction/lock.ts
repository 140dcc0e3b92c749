import { hash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import type { Disk } from '../disk/disk'
import { isRunning, mayRun, type ProcessIdentity, thisProcess } from './processIdentity'
import { quietly } from './ignoreErrors'
import { UnfinishedFile, unfinishedName } from './unfinishedFile'

/** How often a lock is tried for that others take and leave in the meantime. */
const TRIES = 5

/** Keeps every other run out of a folder, until it is released. */
export interface Lock {
  /** Whether the lock on the disk is still this one. */
  readonly isHeld: () => boolean
  readonly release: () => void
}

/** Locks that this process has left, and whose files could not be removed. */
const left = new Set<string>()

/**
 * Locks a folder, or tells who holds it. A lock whose process is gone is taken over. Throws what the disk throws.
 *
 * A second name for a file that is whole appears at once or not at all: so a lock is never seen half-written.
 */
export function lockFolder(disk: Disk, folder: string): Lock | Problem {
  const path = join(folder, 'lock')
  // Two runs of one process are two holders.
  const run = randomUUID()
  const text = JSON.stringify({ ...thisProcess(), run })
  const own = join(folder, `lock.${process.pid}.${run}`)
  const removeOwn = (): void => quietly(() => disk.remove(unfinishedName(own)))
  const release = (): void => {
    left.add(text)
    removeOwn()
    if (textOf(path) === text) disk.remove(path)
    left.delete(text)
  }
  try {
    writeOwn(disk, own, text)
    const holder = take(disk, unfinishedName(own), path)
    if (holder !== undefined) return locked(folder, holder)
    quietly(() => removeLeftovers(disk, folder))
    return { isHeld: () => textOf(path) === text, release }
  } finally {
    removeOwn()
  }
}

/** A folder that is empty, the last run removes as it ends, and it may do so in between. */
function writeOwn(disk: Disk, own: string, text: string): void {
  const file = withRetries(() => UnfinishedFile.fresh(disk, own))
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
      if (tried === TRIES || (thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
    }
  }
}

/**
 * Gives the file of a run a second name, which is the lock; undefined, or who has it already.
 *
 * A stale lock is removed by nobody but the one who holds a lock on just that: two who find it stale at once could else
 * remove each other's new ones.
 */
function take(disk: Disk, own: string, path: string): ProcessIdentity | 'unknown' | undefined {
  for (let tried = 0; tried < TRIES; tried++) {
    if (isLinked(disk, own, path)) return undefined
    const found = textOf(path)
    if (found === undefined) continue
    const holder = holderOf(found)
    if (holder !== undefined && mayRun(holder) && !left.has(found)) return holder
    const removal = `${path}.${hash('sha256', found, 'hex').slice(0, 16)}`
    const other = take(disk, own, removal)
    if (other !== undefined) return other
    try {
      if (textOf(path) === found) disk.remove(path)
    } finally {
      // Where it stays, it is in nobody's way: that stale lock never comes again.
      quietly(() => disk.remove(removal))
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

/** What runs left that were killed while they took the lock, or took a stale one away: that one is gone. */
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

/** Undefined for a text that no run wrote: the lock is damaged, and nobody's. */
function holderOf(text: string): ProcessIdentity | undefined {
  try {
    const { host, pid, started } = JSON.parse(text) as ProcessIdentity
    return typeof host === 'string' && Number.isSafeInteger(pid) && typeof started === 'string' ? { host, pid, started } : undefined
  } catch {
    return undefined
  }
}

const locked = (folder: string, holder: ProcessIdentity | 'unknown'): Problem => ({
  _tag: 'Locked',
  path: folder,
  expected: 'a folder in which nobody else is writing',
  received: holder === 'unknown' ? 'a lock that others take and leave' : `a run of process ${holder.pid} on ${holder.host}`,
  hint: `wait until it has ended; where there is no such process, remove ${join(folder, 'lock')}`,
})
