import { Members } from './members'
import { type Assumption, Halted, missing } from './outcome'
import { FLAGS, type Flag, type State } from './state'

/** One bit each, in the order of `FLAGS`. */
const BITS: Readonly<Record<Flag, number>> = { CF: 1, PF: 2, AF: 4, ZF: 8, SF: 16, DF: 32, OF: 64 }
const ALL = 127
const NONE: ReadonlyMap<Flag, number> = new Map()

/** The flags, and what of their values at the start was read and is still there. */
export class FlagFile {
  private values = 0
  /** Those that have a value; of those that have none, the rest were never known or are undefined. */
  private known = 0
  private undefinedNow = 0
  /** Of those that are undefined, the indices of the instructions that left them so. */
  private undefinedBy: Partial<Record<Flag, number>> | undefined
  /** Those that have their first value still, or may have it. */
  private kept = ALL
  private wasRead = 0
  private wasWritten = 0

  constructor(
    flags: State['flags'],
    private readonly assumed: readonly Assumption[],
  ) {
    for (const flag of FLAGS) if (flags[flag] !== undefined) this.put(BITS[flag], flags[flag])
  }

  /** The same, to go on from without changing this. */
  fork(): FlagFile {
    const copy = new FlagFile({}, this.assumed)
    copy.values = this.values
    copy.known = this.known
    copy.undefinedNow = this.undefinedNow
    copy.undefinedBy = this.undefinedBy && { ...this.undefinedBy }
    copy.kept = this.kept
    copy.wasRead = this.wasRead
    copy.wasWritten = this.wasWritten
    return copy
  }

  get(flag: Flag): boolean {
    const bit = BITS[flag]
    if ((this.kept & bit) !== 0) this.wasRead |= bit
    if ((this.undefinedNow & bit) !== 0) throw new Halted({ _tag: 'Undetermined', flag, by: this.undefinedBy?.[flag] ?? 0 })
    if ((this.known & bit) === 0) missing({ _tag: 'Flag', flag })
    return (this.values & bit) !== 0
  }

  /** Where the write might not have happened, the flag `keeps` its first value for those who ask what it depends on. */
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
    this.known &= ~bit
    this.undefinedNow |= bit
    this.undefinedBy ??= {}
    this.undefinedBy[flag] = index
  }

  /** A write that might have happened and did not. */
  keep(flag: Flag): void {
    this.wasWritten |= BITS[flag]
  }

  private touch(bit: number, keeps: boolean): void {
    this.wasWritten |= bit
    if (!keeps) this.kept &= ~bit
  }

  private put(bit: number, value: boolean): void {
    this.known |= bit
    this.undefinedNow &= ~bit
    if (value) this.values |= bit
    else this.values &= ~bit
  }

  read(): Members<Flag> {
    return new Members(FLAGS, this.wasRead)
  }

  written(): Members<Flag> {
    return new Members(FLAGS, this.wasWritten)
  }

  /** Flags that were written, may have kept their first value, and were not read. */
  merged(): Members<Flag> {
    return new Members(FLAGS, this.wasWritten & this.kept & ~this.wasRead)
  }

  snapshot(): State['flags'] {
    const flags: Partial<Record<Flag, boolean>> = {}
    for (const flag of FLAGS) if ((this.known & BITS[flag]) !== 0) flags[flag] = (this.values & BITS[flag]) !== 0
    return flags
  }

  undefinedFlags(): ReadonlyMap<Flag, number> {
    if (this.undefinedNow === 0) return NONE
    const undefinedNow = FLAGS.filter(flag => (this.undefinedNow & BITS[flag]) !== 0)
    return new Map(undefinedNow.map(flag => [flag, this.undefinedBy?.[flag] ?? 0]))
  }
}
