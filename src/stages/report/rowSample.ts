import type { SplitSample } from '../../model/dataset'
import type { Sample } from '../../model/sample'
import { fingerprint } from '../../utils/hash/fingerprint'
import { drawAddress } from '../draw/token'

/** How many rows the figures that need texts are taken from. */
export const MAX_ROWS = 50_000

const SAMPLE_SEED = 0x6576656e

/**
 * An even sample of rows, of bounded size: all of them, where they are few. Whether a row is in it depends on a hash of
 * its draw and on which other rows there are, not on their order; a trap and its twin are one draw and stay together.
 */
export class RowSample {
  private rows: SplitSample[] = []
  private hashes: number[] = []
  private below = 2 ** 32

  /** @param most how many rows are held at most */
  constructor(private readonly most = MAX_ROWS) {}

  add(placed: SplitSample): void {
    const hash = hashOf(placed.sample)
    if (hash >= this.below) return
    this.rows.push(placed)
    this.hashes.push(hash)
    while (this.rows.length > this.most && this.below > 1) this.halve()
  }

  /** The rows in an order of their own. */
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
    this.below = Math.floor(this.below / 2)
    const kept = this.hashes.map(hash => hash < this.below)
    this.rows = this.rows.filter((_, index) => kept[index])
    this.hashes = this.hashes.filter((_, index) => kept[index])
  }
}

const scratch = new Int32Array(4)

/** Rows of no draw of ours are told apart by their input. */
const hashOf = ({ input, metadata: { token } }: Sample): number =>
  (fingerprint(token.includes('~') ? drawAddress(token) : input, SAMPLE_SEED, scratch)[0] as number) >>> 0
