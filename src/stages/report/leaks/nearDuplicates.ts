import type { SplitSample } from '../../../model/dataset'
import type { NearDuplicates, NearPair } from '../../../model/figures'
import { type Side, sideOf } from '../../../model/vocabulary'
import { BandBuckets } from './bandBuckets'
import { GramSets } from './gramSets'
import { BANDS, HASHES, Signatures } from './minHash'

/** Minimum Jaccard similarity of near-duplicates, over sets of 5-grams. */
export const MIN_SIMILARITY = 0.8
/** Maximum number of rows that are compared, because the number of similar pairs can grow with the square of the rows. */
const MAX_ROWS = 10_000
/** Minimum number of equal hashes of a pair that is compared. An estimate is three standard deviations too low once in 700. */
const MIN_EQUAL_HASHES = Math.floor(HASHES * (MIN_SIMILARITY - 3 * Math.sqrt((MIN_SIMILARITY * (1 - MIN_SIMILARITY)) / HASHES)))
/** Maximum number of rows inspected and maximum number of rows compared, for one row. They limit the time spent on full buckets. */
const MAX_INSPECTED = 4_000
const MAX_COMPARED = 250
const MAX_WORST = 10

/**
 * Finds rows on two sides whose inputs are nearly equal.
 *
 * It searches the first 10,000 rows of an even sample that is sorted by hash, which are again an even sample. It finds at least 99 % of
 * the pairs, in bounded time for any rows.
 */
export function nearDuplicates(sample: readonly SplitSample[]): NearDuplicates {
  const rows = sample.slice(0, MAX_ROWS)
  const search = new Search(rows)
  for (const row of rows.keys()) search.probe(row)
  return { rows: rows.length, similarity: MIN_SIMILARITY, pairs: search.pairs, worst: search.worst }
}

/** Search that compares each row of train and val with rows of later sides (train, val, evaluation). */
class Search {
  pairs = 0
  /** Most similar pairs, in descending order of similarity. */
  readonly worst: NearPair[] = []
  private readonly signatures: Signatures
  private readonly sides: readonly Side[]
  private readonly buckets: BandBuckets
  private readonly grams: GramSets
  /** Row that was last compared with each row, so that no pair is compared twice. */
  private readonly seenBy: Int32Array

  constructor(private readonly rows: readonly SplitSample[]) {
    this.signatures = new Signatures(rows.map(({ sample }) => sample.input))
    this.grams = new GramSets(row => rows[row]?.sample.input ?? '')
    this.sides = rows.map(({ split }) => sideOf(split))
    this.buckets = new BandBuckets(this.signatures, row => this.sides[row] !== 'train')
    this.seenBy = new Int32Array(rows.length).fill(-1)
  }

  probe(row: number): void {
    if (this.sides[row] === 'evaluation') return
    for (const other of this.candidatesFor(row)) {
      const similarity = this.grams.jaccard(row, other, MIN_SIMILARITY)
      if (similarity !== undefined) this.add(row, other, similarity)
    }
  }

  /** Returns rows of a later side with an equal band and enough equal hashes. */
  private candidatesFor(row: number): readonly number[] {
    const { buckets, seenBy, sides } = this
    const candidates: number[] = []
    let inspected = 0
    for (let band = 0; band < BANDS; band++) {
      const bucket = buckets.bucketOf(row, band)
      const end = buckets.end(bucket)
      for (let at = buckets.start(bucket); at < end; at++) {
        if (inspected++ === MAX_INSPECTED || candidates.length === MAX_COMPARED) return candidates
        const other = buckets.indexedTexts[at] as number
        if (seenBy[other] === row || sides[other] === sides[row]) continue
        seenBy[other] = row
        if (this.signatures.areAlike(row, other, MIN_EQUAL_HASHES)) candidates.push(other)
      }
    }
    return candidates
  }

  private add(row: number, other: number, similarity: number): void {
    this.pairs += 1
    const [one, two] = [this.rows[row]?.sample, this.rows[other]?.sample]
    const pair: NearPair = { ids: [one?.id ?? '', two?.id ?? ''], inputs: [one?.input ?? '', two?.input ?? ''], similarity }
    const last = this.worst[MAX_WORST - 1]
    if (last !== undefined && bySimilarity(last, pair) < 0) return
    this.worst.push(pair)
    this.worst.sort(bySimilarity).splice(MAX_WORST)
  }
}

function bySimilarity(one: NearPair, other: NearPair): number {
  if (one.similarity !== other.similarity) return other.similarity - one.similarity
  return one.ids.join() < other.ids.join() ? -1 : 1
}
