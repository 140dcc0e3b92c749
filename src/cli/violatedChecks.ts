import type { DatasetCheckName, Report } from '../model/report'
import { EXIT } from './exitCode'

/** Remedies for checks that the author of a level can satisfy; the other checks concern rows that were not built here. */
const HINTS: Readonly<Partial<Record<DatasetCheckName, string>>> = {
  'splits.disjoint': 'make canonicalForm equal for equivalent questions, or raise maxNearDuplicates',
  'adversarial.noShortcut': 'make traps from more varied twins, or declare a legitimate cue in surface.declaredCues',
  'answers.spread': 'vary the questions, or raise maxShares of the level or the topic',
  'difficulty.ordered': 'draw harder questions for hard, or change measureDifficulty',
}

/**
 * Returns the last lines of a command whose dataset violates checks: a hint for each, and their names with the exit status.
 * Returns undefined if no check is violated.
 */
export function violatedChecks({ checks }: Report): string | undefined {
  const names = checks.filter(({ outcome }) => outcome === 'violated').map(({ name }) => name)
  if (names.length === 0) return undefined
  const hints = names.map(name => `${name}: ${HINTS[name] ?? 'see docs/checks.md'}`)
  return [
    ...hints,
    `${names.length} ${names.length === 1 ? 'check' : 'checks'} violated: ${names.join(', ')} (exit ${EXIT.checkFailed})`,
  ].join('\n')
}
