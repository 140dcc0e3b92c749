import type { SplitShares } from '../../model/manifest'
import type { ArgumentReader } from './argumentReader'
import { invalid } from '../commandError'

/** Unparsed shares of the splits. */
export interface RawShares {
  readonly train?: string
  readonly val?: string
  readonly test?: string
}

/** Tolerance of the sum, because decimal fractions do not add up exactly. */
const TOLERANCE = 1e-9

/** Reads the shares of the splits, which must add up to 1. Fills in defaults. Returns undefined if no share is given. */
export function readShares(reader: ArgumentReader, { train, val, test }: RawShares): SplitShares | undefined {
  if (train === undefined && val === undefined && test === undefined) return undefined
  const shares = {
    train: reader.share('--train', train) ?? 0.8,
    val: reader.share('--val', val) ?? 0.1,
    test: reader.share('--test', test) ?? 0.1,
  }
  const sum = shares.train + shares.val + shares.test
  if (reader.problems.length === 0 && Math.abs(sum - 1) > TOLERANCE) {
    const received = `${shares.train} + ${shares.val} + ${shares.test} = ${Number(sum.toFixed(9))}`
    reader.problems.push(
      invalid(
        '--train, --val, --test',
        'shares that add up to 1',
        received,
        'a missing share has its default: train 0.8, val 0.1, test 0.1',
      ),
    )
  }
  return shares
}
