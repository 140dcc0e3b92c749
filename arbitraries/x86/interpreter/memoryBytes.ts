import { type Fault, haltMissing, type AddressRange, raise } from './outcome'
import type { Memory } from './state'

/** Returns true if bits 63 to 47 are equal, as 48-bit linear addresses require. */
export const isCanonical = (address: bigint): boolean => BigInt.asUintN(64, BigInt.asIntN(48, address)) === address

/** Empty set of addresses. It is shared because most instructions read or write no memory. */
export const NO_ADDRESSES: ReadonlySet<bigint> = new Set()

/** Bytes of memory, with a record of the bytes that were read and written. */
export class MemoryBytes {
  private readAddresses: Set<bigint> | undefined
  private changed: Map<bigint, number> | undefined

  constructor(
    private readonly first: Memory,
    private readonly mapped: readonly AddressRange[],
  ) {}

  /** Returns a copy that can change without changing this object. */
  fork(): MemoryBytes {
    const copy = new MemoryBytes(this.first, this.mapped)
    copy.readAddresses = this.readAddresses && new Set(this.readAddresses)
    copy.changed = this.changed && new Map(this.changed)
    return copy
  }

  /** Raises an exception unless all bytes are accessible. If `stack`, the access is in the stack segment. */
  requireAccess(address: bigint, bytes: number, stack: boolean): void {
    const fault = this.faultAt(address, bytes, stack)
    if (fault !== undefined) raise(...fault)
  }

  /** Returns the exception that an access raises, or undefined if it raises none. */
  faultAt(address: bigint, bytes: number, stack: boolean): readonly [Fault, bigint?] | undefined {
    const end = address + BigInt(bytes)
    if (!isCanonical(address) || !isCanonical(BigInt.asUintN(64, end - 1n))) return [stack ? '#SS' : '#GP']
    let reached = address
    while (reached < end) {
      const range = this.mapped.find(candidate => candidate.start <= reached && reached < candidate.end)
      if (range === undefined) return ['#PF', reached]
      reached = range.end
    }
    return undefined
  }

  load(address: bigint, bytes: number, stack: boolean): bigint {
    this.requireAccess(address, bytes, stack)
    if (bytes > 4) return this.loadUpTo4(address, 4) | (this.load(address + 4n, bytes - 4, stack) << 32n)
    return this.loadUpTo4(address, bytes)
  }

  private loadUpTo4(address: bigint, bytes: number): bigint {
    let value = 0
    for (let index = 0; index < bytes; index++) value += this.byte(address + BigInt(index)) * 0x100 ** index
    return BigInt(value)
  }

  private byte(address: bigint): number {
    const changed = this.changed?.get(address)
    if (changed !== undefined) return changed
    this.readAddresses ??= new Set()
    this.readAddresses.add(address)
    return this.first.get(address) ?? haltMissing({ _tag: 'Memory', address })
  }

  store(address: bigint, bytes: number, value: bigint, stack: boolean): void {
    this.requireAccess(address, bytes, stack)
    this.changed ??= new Map()
    for (let index = 0; index < bytes; index += 4) {
      let part = Number(BigInt.asUintN(32, value >> BigInt(8 * index)))
      for (let offset = index; offset < Math.min(bytes, index + 4); offset++) {
        this.changed.set(address + BigInt(offset), part & 0xff)
        part >>>= 8
      }
    }
  }

  read(): ReadonlySet<bigint> {
    return this.readAddresses ?? NO_ADDRESSES
  }

  written(): ReadonlySet<bigint> {
    return this.changed === undefined ? NO_ADDRESSES : new Set(this.changed.keys())
  }

  /** Returns the current memory. Unchanged bytes are read from the initial memory. */
  snapshot(): Memory {
    return this.changed === undefined ? this.first : new ChangedMemory(this.first, new Map(this.changed))
  }
}

/** Memory with some bytes changed. */
class ChangedMemory implements Memory {
  constructor(
    private readonly first: Memory,
    private readonly changed: ReadonlyMap<bigint, number>,
  ) {}

  get(address: bigint): number | undefined {
    return this.changed.get(address) ?? this.first.get(address)
  }

  *[Symbol.iterator](): Iterator<readonly [address: bigint, byte: number]> {
    for (const entry of this.first) if (!this.changed.has(entry[0])) yield entry
    yield* this.changed
  }
}
