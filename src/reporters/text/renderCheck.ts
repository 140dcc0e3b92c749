import type { CheckReport, Coverage } from '../../model/check'
import type { Counts } from '../../model/report'
import { shortcutLines } from './shortcutLines'

/**
 * Returns the report of a check as text: number of drafts, counts of laws and labels, discards, required shares.
 *
 * @example
 * console.log(renderCheck(assertLevel(level, { seed: 42, runs: 200 })))
 */
export function renderCheck({
  level,
  seed,
  runs,
  unbiased,
  laws,
  unbiasedLabels,
  allLabels,
  discards,
  coverage: covered,
  shortcuts,
}: CheckReport): string {
  return [
    `${level}: all laws held for ${runs} drafts (${unbiased} unbiased, ${runs - unbiased} biased), seed ${seed}`,
    ...section('laws held', laws),
    ...section(
      'labels of unbiased drafts',
      unbiasedLabels,
      name => `${share(unbiasedLabels[name], unbiased)}; ${allLabels[name] ?? 0} including biased`,
    ),
    ...section('discards', discards),
    ...covered.map(coverageLine),
    ...(shortcuts === undefined ? [] : shortcutLines(shortcuts)),
  ].join('\n')
}

const section = (title: string, counts: Counts, detail?: (name: string) => string): readonly string[] => {
  const entries = Object.entries(counts)
  if (entries.length === 0) return []
  return [`  ${title}:`, ...entries.map(([name, count]) => `    ${name}: ${count}${detail === undefined ? '' : ` (${detail(name)})`}`)]
}

const coverageLine = ({ label, minimum, share: observed, low, high, confidence, runs }: Coverage): string =>
  `  coverage of ${label}: ${percent(observed)} of ${runs} (CI ${oneDigit(low)}–${oneDigit(high)} at confidence ${confidence}; at least ${percent(minimum)} required)`

const share = (count = 0, of: number): string => percent(of === 0 ? 0 : count / of)
const percent = (part: number): string => `${oneDigit(part)} %`
const oneDigit = (part: number): string => (100 * part).toFixed(1)
