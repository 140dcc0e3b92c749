import type { CheckReport, Coverage } from '../../model/check'
import type { Counts } from '../../model/report'
import { shortcutLines } from './shortcutLines'

/**
 * The record of a check as text: how many drafts, how often each law held, what was met how often, what was covered.
 *
 * @example
 * console.log(renderCheck(assertLevel(level, { seed: 42, runs: 200 })))
 */
export function renderCheck({ level, seed, runs, unbiased, laws, labels, labelsOfAll, discards, covered, shortcuts }: CheckReport): string {
  return [
    `${level}: all laws held for ${runs} drafts (${unbiased} unbiased, ${runs - unbiased} biased), seed ${seed}`,
    ...section('laws held', laws),
    ...section('labels, of the unbiased', labels, name => `${share(labels[name], unbiased)}, ${labelsOfAll[name] ?? 0} of all`),
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

const coverageLine = ({ label, minimum, share: met, low, high, confidence, runs }: Coverage): string =>
  `  covered ${label}: ${percent(met)} of ${runs}, at least ${percent(minimum)} asked; the true share is from ${percent(low)} to ${percent(high)} (confidence ${confidence})`

const share = (count = 0, of: number): string => percent(of === 0 ? 0 : count / of)
const percent = (part: number): string => `${(100 * part).toFixed(1)} %`
