import type { SplitSample } from '../../model/dataset'
import type { Sample } from '../../model/sample'
import { fingerprint } from '../../utils/hash/fingerprint'
import { drawAddress } from '../draw/token'

/** Maximum number of rows of the sample, from which all figures that need texts are computed. */
export const MAX_ROWS = 50_000

const SAMPLE_SEED = 0x6576656e

/**
 * Even sample of rows, of bounded size; a small dataset is sampled completely. A row's membership depends on a hash of its draw and on the
 * set of rows, not on their order. A trap and its twin are one draw and stay together.
 */
export class RowSample {
  private rows: SplitSample[] = []
  private hashes: number[] = []
  private threshold = 2 ** 32

  /** @param maxRows maximum number of rows */
  constructor(private readonly maxRows = MAX_ROWS) {}

  add(placed: SplitSample): void {
    const hash = hashOf(placed.sample)
    if (hash >= this.threshold) return
    this.rows.push(placed)
    this.hashes.push(hash)
    while (this.rows.length > this.maxRows && this.threshold > 1) this.halve()
  }

  /** Returns the rows sorted by hash, then by input. */
  sorted(): readonly SplitSample[] {
    const order = this.rows.map((_, index) => index)
    order.sort((one, other) => (this.hashes[one] as number) - (this.hashes[other] as number) || this.compareTexts(one, other))
    return order.map(index => this.rows[index] as SplitSample)
  }

  private compareTexts(one: number, other: number): number {
    const [first, second] = [this.rows[one]?.sample.input ?? '', this.rows[other]?.sample.input ?? '']
    return first < second ? -1 : first > second ? 1 : 0
  }

  private halve(): void {
    this.threshold = Math.floor(this.threshold / 2)
    const kept = this.hashes.map(hash => hash < this.threshold)
    this.rows = this.rows.filter((_, index) => kept[index])
    this.hashes = this.hashes.filter((_, index) => kept[index])
  }
}

const scratch = new Int32Array(4)

/** Returns the hash of a row's draw, or of its input if the row has no token. */
const hashOf = ({ input, metadata: { token } }: Sample): number =>
  (fingerprint(token.includes('~') ? drawAddress(token) : input, SAMPLE_SEED, scratch)[0] as number) >>> 0
