import type { Coverage } from '../model/check'
import type { Counts } from '../model/report'
import type { Problem } from '../model/problem'
import { wilson } from '../utils/statistics/wilson'

/** One wrong decision in 10⁹, as QuickCheck's `checkCoverage` (Hughes 2019) allows; z is its two-sided normal quantile. */
const CONFIDENCE = 0.999_999_999
const Z = 6.109_410_2
/** Part of the minimum that counts as reached. At 1, a true share equal to the minimum would never be decided. */
const TOLERANCE = 0.9

/** Result of comparing a label's interval with its minimum share. */
export type Decision = 'reached' | 'missed' | 'undecided'

/** Decides from the interval of a label's share if it reaches its minimum; `undecided` if the interval is too wide. */
export function decide({ minimum, low, high }: Coverage): Decision {
  if (high < minimum) return 'missed'
  return low >= TOLERANCE * minimum ? 'reached' : 'undecided'
}

/** Returns the share and its interval for each label in `cover`, after `runs` unbiased draws. */
export function coverageOf(cover: Readonly<Record<string, number>>, labels: Counts, runs: number): readonly Coverage[] {
  return Object.entries(cover).map(([label, minimum]) => {
    const hits = labels[label] ?? 0
    return { label, minimum, share: runs === 0 ? 0 : hits / runs, ...wilson(hits, runs, Z), confidence: CONFIDENCE, runs }
  })
}

/** Returns the problem of a label whose share is too small, or undecided after the maximum number of draws. */
export function coverageProblem(coverage: Coverage): Problem {
  const { label, minimum, share, low, high, confidence, runs } = coverage
  const missed = decide(coverage) === 'missed'
  return {
    _tag: 'NotCovered',
    path: label,
    expected: `at least ${percent(minimum)} of the unbiased draws`,
    received: `${percent(share)} of ${runs} (CI ${(100 * low).toFixed(2)}–${(100 * high).toFixed(2)} at confidence ${confidence})`,
    hint: missed ? 'widen the arbitrary, or lower the minimum' : 'the interval includes the minimum, so increase runs',
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
