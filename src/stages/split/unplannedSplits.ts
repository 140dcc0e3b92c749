import type { LevelSpec } from '../../model/levelSpec'
import type { SplitShares } from '../../model/manifest'
import type { Sample } from '../../model/sample'
import { type Split, SPLITS } from '../../model/vocabulary'
import { fingerprint } from '../../utils/hash/fingerprint'
import { assignSplits, type RowGroup } from './assignSplits'
import { RowGroups } from './rowGroups'
import { splitOf } from './placeRows'

/** Group whose rows are still being counted. */
type MutableGroup = { -readonly [Key in keyof RowGroup]: RowGroup[Key] }

/** Splits of rows without a plan. Add all rows first, then call `assign`. */
export class UnplannedSplits<Q, A> {
  private readonly groups: RowGroups<Q, A>
  private readonly strata: string[] = []
  private readonly names = new Map<string, string>()
  private readonly keys: number[] = []

  constructor(
    spec: LevelSpec<Q, A>,
    private readonly seed: number,
  ) {
    this.groups = new RowGroups(spec)
  }

  add(sample: Sample): void {
    this.groups.add(sample)
    const stratum = stratumOf(sample)
    // All rows of a stratum share one string.
    this.strata.push(this.names.get(stratum) ?? stratum)
    this.names.set(stratum, this.names.get(stratum) ?? stratum)
    const [key = 0] = fingerprint(sample.input, this.seed, new Int32Array(4))
    this.keys.push(key)
  }

  /** Assigns all added rows to splits. The returned function gives the split of a row by its index. */
  assign(shares: SplitShares): (index: number, isTrap: boolean) => Split {
    const groups = new Map<number, MutableGroup>()
    for (const [index, stratum] of this.strata.entries()) {
      const first = this.groups.firstOf(index)
      const isTrap = stratum.startsWith(TRAP_PREFIX)
      const key = this.keys[index] as number
      const group = groups.get(first)
      if (group === undefined) groups.set(first, { stratum, key, rows: 1, traps: isTrap ? 1 : 0 })
      else {
        group.rows += 1
        group.key = Math.min(group.key, key)
        if (isTrap) group.traps += 1
        // The stratum is the smallest one of the group's traps, or of its rows if it has no trap. So the order of the rows does not matter.
        const hasTrap = group.stratum.startsWith(TRAP_PREFIX)
        if (isTrap === hasTrap ? stratum < group.stratum : isTrap) group.stratum = stratum
      }
    }
    const assigned = assignSplits([...groups.values()], shares)
    const positions = new Map([...groups.keys()].map((first, position) => [first, position]))
    return (index, isTrap) => splitOf(SPLITS[assigned[positions.get(this.groups.firstOf(index)) as number] as number] as Split, isTrap)
  }
}

const TRAP_PREFIX = 'adversarial.'

const stratumOf = ({ category, difficulty, metadata }: Sample): string =>
  `${category}.${metadata.topic}.${category === 'edge_case' ? metadata.edge : metadata.adversarial_type}.${difficulty}`
