import { Members } from './members'
import { type Assumption, Halted, haltMissing } from './outcome'
import { FLAGS, type Flag, type State } from './state'

/** Bit of each flag, in the order of `FLAGS`. */
const BITS: Readonly<Record<Flag, number>> = { CF: 1, PF: 2, AF: 4, ZF: 8, SF: 16, DF: 32, OF: 64 }
const ALL = 127
const NONE: ReadonlyMap<Flag, number> = new Map()

/** Flags, with a record of which initial values were read and which may still be present. */
export class FlagFile {
  private values = 0
  /** Flags that have a value. All others were never known or are undefined. */
  private knownBits = 0
  private undefinedBits = 0
  /** For each undefined flag, the index of the instruction that left it undefined. */
  private undefinedBy: Partial<Record<Flag, number>> | undefined
  /** Flags that still have, or may still have, their initial value. */
  private initialBits = ALL
  private readBits = 0
  private writtenBits = 0

  constructor(
    flags: State['flags'],
    private readonly assumed: readonly Assumption[],
  ) {
    for (const flag of FLAGS) if (flags[flag] !== undefined) this.put(BITS[flag], flags[flag])
  }

  /** Returns a copy that can change without changing this object. */
  fork(): FlagFile {
    const copy = new FlagFile({}, this.assumed)
    copy.values = this.values
    copy.knownBits = this.knownBits
    copy.undefinedBits = this.undefinedBits
    copy.undefinedBy = this.undefinedBy && { ...this.undefinedBy }
    copy.initialBits = this.initialBits
    copy.readBits = this.readBits
    copy.writtenBits = this.writtenBits
    return copy
  }

  get(flag: Flag): boolean {
    const bit = BITS[flag]
    if ((this.initialBits & bit) !== 0) this.readBits |= bit
    if ((this.undefinedBits & bit) !== 0) throw new Halted({ _tag: 'Undetermined', flag, by: this.undefinedBy?.[flag] ?? 0 })
    if ((this.knownBits & bit) === 0) haltMissing({ _tag: 'Flag', flag })
    return (this.values & bit) !== 0
  }

  /**
   * Sets a flag. With `keeps`, the write is recorded as one that might not have happened, so the flag may keep its initial
   * value.
   */
  set(flag: Flag, value: boolean, keeps = false): void {
    const bit = BITS[flag]
    this.touch(bit, keeps)
    this.put(bit, value)
  }

  undefine(flag: Flag, index: number, keeps = false): void {
    const bit = BITS[flag]
    this.touch(bit, keeps)
    const value = this.assumed.find(assumption => assumption.index === index && assumption.flag === flag)?.value
    if (value !== undefined) {
      this.put(bit, value)
      return
    }
    this.knownBits &= ~bit
    this.undefinedBits |= bit
    this.undefinedBy ??= {}
    this.undefinedBy[flag] = index
  }

  /** Records a write that might have happened but did not. */
  skipWrite(flag: Flag): void {
    this.writtenBits |= BITS[flag]
  }

  private touch(bit: number, keeps: boolean): void {
    this.writtenBits |= bit
    if (!keeps) this.initialBits &= ~bit
  }

  private put(bit: number, value: boolean): void {
    this.knownBits |= bit
    this.undefinedBits &= ~bit
    if (value) this.values |= bit
    else this.values &= ~bit
  }

  read(): Members<Flag> {
    return new Members(FLAGS, this.readBits)
  }

  written(): Members<Flag> {
    return new Members(FLAGS, this.writtenBits)
  }

  /** Returns the flags that were written, may have kept their initial value, and were not read. */
  merged(): Members<Flag> {
    return new Members(FLAGS, this.writtenBits & this.initialBits & ~this.readBits)
  }

  snapshot(): State['flags'] {
    const flags: Partial<Record<Flag, boolean>> = {}
    for (const flag of FLAGS) if ((this.knownBits & BITS[flag]) !== 0) flags[flag] = (this.values & BITS[flag]) !== 0
    return flags
  }

  undefinedFlags(): ReadonlyMap<Flag, number> {
    if (this.undefinedBits === 0) return NONE
    const undefinedFlags = FLAGS.filter(flag => (this.undefinedBits & BITS[flag]) !== 0)
    return new Map(undefinedFlags.map(flag => [flag, this.undefinedBy?.[flag] ?? 0]))
  }
}
