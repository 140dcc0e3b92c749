import type { Coverage } from '../model/check'
import type { Counts } from '../model/report'
import type { Problem } from '../model/problem'
import { wilson } from '../utils/statistics/wilson'

/** One wrong decision in 10⁹, as QuickCheck's `checkCoverage` (Hughes 2019) allows; z is its two-sided normal quantile. */
const CONFIDENCE = 0.999_999_999
const Z = 6.109_410_2
/** A share is reached once it is sure to be above this part of the minimum: a share right at it would never be decided. */
const TOLERANCE = 0.9

export type Decision = 'reached' | 'missed' | 'undecided'

/** Whether a label's share reaches its minimum, as far as these draws can tell. */
export function decide({ minimum, low, high }: Coverage): Decision {
  if (high < minimum) return 'missed'
  return low >= TOLERANCE * minimum ? 'reached' : 'undecided'
}

/** What is known of each label that must be covered, after a number of unbiased draws. */
export function coverageOf(cover: Readonly<Record<string, number>>, labels: Counts, runs: number): readonly Coverage[] {
  return Object.entries(cover).map(([label, minimum]) => {
    const hits = labels[label] ?? 0
    return { label, minimum, share: runs === 0 ? 0 : hits / runs, ...wilson(hits, runs, Z), confidence: CONFIDENCE, runs }
  })
}

/** The problem of a label that is not covered, or that cannot be decided in as many draws as there may be. */
export function coverageProblem(coverage: Coverage): Problem {
  const { label, minimum, share, low, high, confidence, runs } = coverage
  const missed = decide(coverage) === 'missed'
  return {
    _tag: 'NotCovered',
    path: label,
    expected: `at least ${percent(minimum)} of the unbiased draws`,
    received: `${percent(share)} of ${runs}, the true share ${missed ? 'is' : 'may be anything'} from ${percent(low)} to ${percent(high)} (confidence ${confidence})`,
    hint: missed ? 'widen the arbitrary, or ask for less' : 'it is not decided: give more runs',
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
