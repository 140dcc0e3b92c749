import type { LevelSpec } from '../../model/levelSpec'
import type { Shares } from '../../model/manifest'
import type { Sample } from '../../model/sample'
import { type Split, SPLITS } from '../../model/vocabulary'
import { fingerprint } from '../../utils/hash/fingerprint'
import { dealSplits, type Kin } from './assignSplits'
import { Kinship } from './rowGroups'
import { splitOf } from './placeRows'

/** What is known of the kin that begin with one row. */
type Family = { -readonly [Key in keyof Kin]: Kin[Key] }

/** Splits for rows that no plan has placed: first all of them are added, then each is asked for by its index. */
export class FreeSplits<Q, A> {
  private readonly kinship: Kinship<Q, A>
  private readonly strata: string[] = []
  private readonly names = new Map<string, string>()
  private readonly keys: number[] = []

  constructor(
    spec: LevelSpec<Q, A>,
    private readonly seed: number,
  ) {
    this.kinship = new Kinship(spec)
  }

  add(sample: Sample): void {
    this.kinship.add(sample)
    const stratum = stratumOf(sample)
    // One text for all rows of a stratum.
    this.strata.push(this.names.get(stratum) ?? stratum)
    this.names.set(stratum, this.names.get(stratum) ?? stratum)
    const [key = 0] = fingerprint(sample.input, this.seed, new Int32Array(4))
    this.keys.push(key)
  }

  /** The split of a row, by its index and whether it is a trap. */
  deal(shares: Shares): (index: number, isTrap: boolean) => Split {
    const families = new Map<number, Family>()
    for (const [index, stratum] of this.strata.entries()) {
      const first = this.kinship.firstOf(index)
      const isTrap = stratum.startsWith(TRAPS)
      const key = this.keys[index] as number
      const family = families.get(first)
      if (family === undefined) families.set(first, { stratum, key, rows: 1, traps: isTrap ? 1 : 0 })
      else {
        family.rows += 1
        family.key = Math.min(family.key, key)
        if (isTrap) family.traps += 1
        // A trap tells the stratum of its kin, else the least of theirs, whichever comes first.
        const hasTrap = family.stratum.startsWith(TRAPS)
        if (isTrap === hasTrap ? stratum < family.stratum : isTrap) family.stratum = stratum
      }
    }
    const dealt = dealSplits([...families.values()], shares)
    const places = new Map([...families.keys()].map((first, place) => [first, place]))
    return (index, isTrap) => splitOf(SPLITS[dealt[places.get(this.kinship.firstOf(index)) as number] as number] as Split, isTrap)
  }
}

const TRAPS = 'adversarial.'

const stratumOf = ({ category, difficulty, metadata }: Sample): string =>
  `${category}.${metadata.topic}.${category === 'edge_case' ? metadata.edge : metadata.adversarial_type}.${difficulty}`
