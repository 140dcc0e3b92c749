import { type Disk, nodeDisk } from '../../../../src/io/disk/disk'

/** What goes wrong at a call: what the system says, or a write of fewer bytes than it was given. */
export type Fault = 'ENOSPC' | 'EIO' | 'EMFILE' | 'EACCES' | 'short' | 'none'

const SAID = {
  ENOSPC: 'no space left on device',
  EIO: 'i/o error',
  EMFILE: 'too many open files',
  EACCES: 'permission denied',
} as const

/** Names the fault of a call, counted from 0 over all methods; undefined where it goes well. */
export type Faults = (call: number, method: keyof Disk) => Fault | undefined

export interface CountedDisk {
  readonly disk: Disk
  /** Every call so far. */
  readonly calls: readonly (keyof Disk)[]
  /** How many descriptors are open. */
  readonly open: () => number
  /** The faults that came to pass. */
  readonly struck: readonly { readonly method: keyof Disk; readonly fault: Fault }[]
}

/** The disk of this machine, which is never waited for: only a loss of power could tell, and it takes most of the time. */
export const quickDisk: Disk = { ...nodeDisk, sync: () => undefined, syncFolder: () => undefined }

/** The disk of this machine with faults of our choice; each call is counted. */
export function faultyDisk(faultAt: Faults = () => undefined): CountedDisk {
  const calls: (keyof Disk)[] = []
  const struck: { method: keyof Disk; fault: Fault }[] = []
  const descriptors = new Set<number>()

  /** The fault of this call where it is a short write; every other one is thrown. */
  const meet = (method: keyof Disk, path: string): 'short' | 'none' | undefined => {
    const fault = faultAt(calls.push(method) - 1, method)
    if (fault === undefined) return undefined
    struck.push({ method, fault })
    if (fault === 'short' || fault === 'none') return fault
    throw Object.assign(new Error(`${fault}: ${SAID[fault]}, ${method} '${path}'`), { code: fault })
  }

  const disk: Disk = {
    ...quickDisk,
    open: (path, fresh) => {
      meet('open', path)
      const descriptor = nodeDisk.open(path, fresh)
      descriptors.add(descriptor)
      return descriptor
    },
    write: (descriptor, bytes, position) => {
      const fault = meet('write', `${descriptor}`)
      if (fault === 'none') return 0
      return nodeDisk.write(descriptor, fault === 'short' ? bytes.subarray(0, Math.ceil(bytes.length / 3)) : bytes, position)
    },
    truncate: (descriptor, length) => {
      meet('truncate', `${descriptor}`)
      nodeDisk.truncate(descriptor, length)
    },
    sync: descriptor => {
      meet('sync', `${descriptor}`)
    },
    close: descriptor => {
      // As Linux does, it lets go of the descriptor even where it then says that something went wrong.
      nodeDisk.close(descriptor)
      descriptors.delete(descriptor)
      meet('close', `${descriptor}`)
    },
    ...onPaths(meet),
    syncFolder: path => void meet('syncFolder', path),
  }
  return { disk, calls, open: () => descriptors.size, struck }
}

/** The methods that take paths alone. */
function onPaths(meet: (method: keyof Disk, path: string) => unknown): Pick<Disk, (typeof ON_PATHS)[number]> {
  const methods = ON_PATHS.map(method => {
    const call = (from: string, to: string): void => {
      meet(method, from)
      nodeDisk[method](from, to)
    }
    return [method, call]
  })
  return Object.fromEntries(methods)
}

const ON_PATHS = ['makeFolder', 'rename', 'link', 'remove', 'removeFolder'] as const
