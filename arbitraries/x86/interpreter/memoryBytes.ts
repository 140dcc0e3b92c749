import { type Fault, missing, type Range, raise } from './outcome'
import type { Memory } from './state'

/** Whether bits 63 to 47 are alike, as linear addresses of 48 bits want it. */
export const isCanonical = (address: bigint): boolean => BigInt.asUintN(64, BigInt.asIntN(48, address)) === address

/** No address. */
export const NOTHING: ReadonlySet<bigint> = new Set()

/** The bytes of memory, and what of them was read and written. */
export class MemoryBytes {
  private wasRead: Set<bigint> | undefined
  private changed: Map<bigint, number> | undefined

  constructor(
    private readonly first: Memory,
    private readonly mapped: readonly Range[],
  ) {}

  /** The same, to go on from without changing this. */
  fork(): MemoryBytes {
    const copy = new MemoryBytes(this.first, this.mapped)
    copy.wasRead = this.wasRead && new Set(this.wasRead)
    copy.changed = this.changed && new Map(this.changed)
    return copy
  }

  /** Raises an exception where not all bytes can be reached; addresses from rsp or rbp are in the stack segment. */
  reach(address: bigint, bytes: number, stack: boolean): void {
    const fault = this.faultAt(address, bytes, stack)
    if (fault !== undefined) raise(...fault)
  }

  /** The exception that an access raises. */
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
    this.reach(address, bytes, stack)
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
    this.wasRead ??= new Set()
    this.wasRead.add(address)
    return this.first.get(address) ?? missing({ _tag: 'Memory', address })
  }

  store(address: bigint, bytes: number, value: bigint, stack: boolean): void {
    this.reach(address, bytes, stack)
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
    return this.wasRead ?? NOTHING
  }

  written(): ReadonlySet<bigint> {
    return this.changed === undefined ? NOTHING : new Set(this.changed.keys())
  }

  /** As it is now: what is not changed is looked up where it stands. */
  snapshot(): Memory {
    return this.changed === undefined ? this.first : new ChangedMemory(this.first, new Map(this.changed))
  }
}

/** Memory of which some bytes are changed. */
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
