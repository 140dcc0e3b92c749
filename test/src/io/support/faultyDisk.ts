import { type Disk, nodeDisk } from '../../../../src/io/disk/disk'

/** Fault of a call: a system error, or a write of fewer bytes than given. */
export type Fault = 'ENOSPC' | 'EIO' | 'EMFILE' | 'EACCES' | 'short' | 'none'

const ERROR_TEXTS = {
  ENOSPC: 'no space left on device',
  EIO: 'i/o error',
  EMFILE: 'too many open files',
  EACCES: 'permission denied',
} as const

/** Returns the fault of a call, counted from 0 over all methods; undefined if it succeeds. */
export type Faults = (call: number, method: keyof Disk) => Fault | undefined

/** A disk with records of its calls. */
export interface CountedDisk {
  readonly disk: Disk
  /** Methods of all calls so far. */
  readonly calls: readonly (keyof Disk)[]
  /** Returns the number of open descriptors. */
  readonly open: () => number
  /** Faults that occurred. */
  readonly faults: readonly { readonly method: keyof Disk; readonly fault: Fault }[]
}

/** Disk of this machine without syncs, which matter only for power loss and take most of the time. */
export const quickDisk: Disk = { ...nodeDisk, sync: () => undefined, syncFolder: () => undefined }

/** Disk of this machine with chosen faults; counts every call. */
export function faultyDisk(faultAt: Faults = () => undefined): CountedDisk {
  const calls: (keyof Disk)[] = []
  const faults: { method: keyof Disk; fault: Fault }[] = []
  const descriptors = new Set<number>()

  /** Returns the fault of this call if it is a short write, and throws any other fault. */
  const nextFault = (method: keyof Disk, path: string): 'short' | 'none' | undefined => {
    const fault = faultAt(calls.push(method) - 1, method)
    if (fault === undefined) return undefined
    faults.push({ method, fault })
    if (fault === 'short' || fault === 'none') return fault
    throw Object.assign(new Error(`${fault}: ${ERROR_TEXTS[fault]}, ${method} '${path}'`), { code: fault })
  }

  const disk: Disk = {
    ...quickDisk,
    open: (path, fresh) => {
      nextFault('open', path)
      const descriptor = nodeDisk.open(path, fresh)
      descriptors.add(descriptor)
      return descriptor
    },
    write: (descriptor, bytes, position) => {
      const fault = nextFault('write', `${descriptor}`)
      if (fault === 'none') return 0
      return nodeDisk.write(descriptor, fault === 'short' ? bytes.subarray(0, Math.ceil(bytes.length / 3)) : bytes, position)
    },
    truncate: (descriptor, length) => {
      nextFault('truncate', `${descriptor}`)
      nodeDisk.truncate(descriptor, length)
    },
    sync: descriptor => {
      nextFault('sync', `${descriptor}`)
    },
    close: descriptor => {
      // Like Linux, releases the descriptor even if an error is reported afterwards.
      nodeDisk.close(descriptor)
      descriptors.delete(descriptor)
      nextFault('close', `${descriptor}`)
    },
    ...pathMethods(nextFault),
    syncFolder: path => void nextFault('syncFolder', path),
  }
  return { disk, calls, open: () => descriptors.size, faults }
}

/** Returns the methods that take paths only. */
function pathMethods(nextFault: (method: keyof Disk, path: string) => unknown): Pick<Disk, (typeof ON_PATHS)[number]> {
  const methods = ON_PATHS.map(method => {
    const call = (from: string, to: string): void => {
      nextFault(method, from)
      nodeDisk[method](from, to)
    }
    return [method, call]
  })
  return Object.fromEntries(methods)
}

const ON_PATHS = ['makeFolder', 'rename', 'link', 'remove', 'removeFolder'] as const
