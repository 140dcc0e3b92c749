import { type Assumption, Halted, missing } from './outcome'
import { FLAGS, type Flag, type State } from './state'

interface Cell {
  value: boolean | undefined
  /** The index of the instruction that left it undefined. */
  undefinedBy: number | undefined
  /** It has its first value still, or may have it. */
  kept: boolean
}

/** The flags, and what of their values at the start was read and is still there. */
export class FlagFile {
  readonly read = new Set<Flag>()
  readonly written = new Set<Flag>()
  private readonly cells: Readonly<Record<Flag, Cell>>

  constructor(
    flags: State['flags'],
    private readonly assumed: readonly Assumption[],
  ) {
    const cell = (flag: Flag): Cell => ({ value: flags[flag], undefinedBy: undefined, kept: true })
    this.cells = {
      CF: cell('CF'),
      PF: cell('PF'),
      AF: cell('AF'),
      ZF: cell('ZF'),
      SF: cell('SF'),
      DF: cell('DF'),
      OF: cell('OF'),
    }
  }

  get(flag: Flag): boolean {
    const { value, undefinedBy, kept } = this.cells[flag]
    if (kept) this.read.add(flag)
    if (undefinedBy !== undefined) throw new Halted({ _tag: 'Undetermined', flag, by: undefinedBy })
    return value ?? missing({ _tag: 'Flag', flag })
  }

  /** Where the write might not have happened, the flag `keeps` its first value for those who ask what it depends on. */
  set(flag: Flag, value: boolean, keeps = false): void {
    const cell = this.touched(flag, keeps)
    cell.value = value
    cell.undefinedBy = undefined
  }

  undefine(flag: Flag, index: number, keeps = false): void {
    const cell = this.touched(flag, keeps)
    const value = this.assumed.find(assumption => assumption.index === index && assumption.flag === flag)?.value
    cell.value = value
    cell.undefinedBy = value === undefined ? index : undefined
  }

  /** A write that might have happened and did not. */
  keep(flag: Flag): void {
    this.written.add(flag)
  }

  private touched(flag: Flag, keeps: boolean): Cell {
    const cell = this.cells[flag]
    this.written.add(flag)
    if (!keeps) cell.kept = false
    return cell
  }

  /** Flags that were written, may have kept their first value, and were not read. */
  merged(): ReadonlySet<Flag> {
    return new Set([...this.written].filter(flag => this.cells[flag].kept && !this.read.has(flag)))
  }

  snapshot(): State['flags'] {
    const flags: Partial<Record<Flag, boolean>> = {}
    for (const flag of FLAGS) {
      const { value } = this.cells[flag]
      if (value !== undefined) flags[flag] = value
    }
    return flags
  }

  undefinedFlags(): ReadonlyMap<Flag, number> {
    const found = new Map<Flag, number>()
    for (const flag of FLAGS) {
      const by = this.cells[flag].undefinedBy
      if (by !== undefined) found.set(flag, by)
    }
    return found
  }
}
