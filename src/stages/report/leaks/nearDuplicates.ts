import type { SplitSample } from '../../../model/dataset'
import type { NearDuplicates, NearPair } from '../../../model/figures'
import { type Side, sideOf } from '../../../model/vocabulary'
import { BandBuckets } from './bandBuckets'
import { GramSets } from './gramSets'
import { BANDS, HASHES, Signatures } from './minHash'

/** The least Jaccard similarity of near-duplicates, over runs of five characters. */
export const MIN_SIMILARITY = 0.8
/** How many rows are looked at: how many pairs are nearly alike can grow with the square of the rows. */
const MAX_ROWS = 10_000
/** Pairs with fewer equal hashes are left: an estimate is three standard deviations too low once in 700. */
const MIN_EQUAL_HASHES = Math.floor(HASHES * (MIN_SIMILARITY - 3 * Math.sqrt((MIN_SIMILARITY * (1 - MIN_SIMILARITY)) / HASHES)))
/** So many rows are looked at for each, and so many compared, where a bucket is full of likely ones. */
const MAX_INSPECTED = 4_000
const MAX_COMPARED = 250
const MAX_WORST = 10

/**
 * Rows on two sides whose inputs are nearly equal, among the first 10,000 of an even sample in the order of its hashes;
 * which again is an even sample. Finds 99 % and more of the pairs; in bounded time, whatever the rows.
 */
export function nearDuplicates(sample: readonly SplitSample[]): NearDuplicates {
  const rows = sample.slice(0, MAX_ROWS)
  const search = new Search(rows)
  for (const row of rows.keys()) search.probe(row)
  return { rows: rows.length, similarity: MIN_SIMILARITY, pairs: search.pairs, worst: search.worst }
}

/** Rows of train and val are each held against those of the sides that come after their own. */
class Search {
  pairs = 0
  /** In order, the most alike first. */
  readonly worst: NearPair[] = []
  private readonly signatures: Signatures
  private readonly sides: readonly Side[]
  private readonly buckets: BandBuckets
  private readonly grams: GramSets
  /** The row that was last held against this one: no two are compared twice. */
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

  /** Rows of a later side that share a band, and hashes enough. */
  private candidatesFor(row: number): readonly number[] {
    const { buckets, seenBy, sides } = this
    const likely: number[] = []
    let looked = 0
    for (let band = 0; band < BANDS; band++) {
      const bucket = buckets.bucketOf(row, band)
      const end = buckets.end(bucket)
      for (let at = buckets.start(bucket); at < end; at++) {
        if (looked++ === MAX_INSPECTED || likely.length === MAX_COMPARED) return likely
        const other = buckets.indexedTexts[at] as number
        if (seenBy[other] === row || sides[other] === sides[row]) continue
        seenBy[other] = row
        if (this.signatures.areAlike(row, other, MIN_EQUAL_HASHES)) likely.push(other)
      }
    }
    return likely
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
