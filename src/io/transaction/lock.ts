import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import type { Disk } from '../disk'
import { isRunning, mayRun, type ProcessIdentity, thisProcess } from './processIdentity'
import { UnfinishedFile, unfinishedName } from './unfinishedFile'

/** How often a stale lock is taken away before somebody else must be at work on the same. */
const TRIES = 5

/** Keeps every other run out of a folder, until it is released. */
export interface Lock {
  /** Whether the lock on the disk is still this one. */
  readonly isHeld: () => boolean
  readonly release: () => void
}

/**
 * Locks a folder, or tells who holds it. A lock whose process is gone is taken over. Throws what the disk throws.
 *
 * A second name for a file that is whole appears at once or not at all: so a lock is never seen half-written.
 */
export function lockFolder(disk: Disk, folder: string): Lock | Problem {
  const path = join(folder, 'lock')
  const own = `${path}.${process.pid}.${nextNumber++}`
  const text = JSON.stringify({ ...thisProcess(), run: nextNumber })
  const unique = unfinishedName(own)
  try {
    const file = UnfinishedFile.fresh(disk, own)
    file.append(text, 0)
    file.sync()
    file.close()
    for (let tried = 0; tried < TRIES; tried++) {
      if (isLinked(disk, unique, path)) {
        removeLeftovers(disk, folder)
        return { isHeld: () => textOf(path) === text, release: () => void (textOf(path) === text && disk.remove(path)) }
      }
      const found = textOf(path)
      const holder = found === undefined ? undefined : holderOf(found)
      if (holder !== undefined && mayRun(holder)) return locked(folder, holder)
      if (found !== undefined) takeAway(disk, path, `${own}.stale`, found)
    }
    return locked(folder, undefined)
  } finally {
    disk.remove(unique)
  }
}

/** Two runs of one process are two holders. */
let nextNumber = 0

function isLinked(disk: Disk, from: string, to: string): boolean {
  try {
    disk.link(from, to)
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw thrown
  }
}

/** Removes the lock that was found stale, and no other: one that somebody took in the meantime is given back. */
function takeAway(disk: Disk, path: string, aside: string, stale: string): void {
  try {
    disk.rename(path, aside)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return
    throw thrown
  }
  if (textOf(aside) !== stale) isLinked(disk, aside, path)
  disk.remove(aside)
}

/** What a run left that was killed while it took the lock. */
function removeLeftovers(disk: Disk, folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\.?lock\.(\d+)\.\d+\.(?:unfinished|stale)$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) disk.remove(join(folder, name))
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

const locked = (folder: string, holder: ProcessIdentity | undefined): Problem => ({
  _tag: 'Locked',
  path: folder,
  expected: 'a folder in which nobody else is writing',
  received: holder === undefined ? 'runs that take it from one another' : `a run of process ${holder.pid} on ${holder.host}`,
  hint: `wait until it has ended; where there is no such process, remove ${join(folder, 'lock')}`,
})
