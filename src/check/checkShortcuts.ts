import { either as E } from 'fp-ts'
import { shortcutProblems } from './shortcutProblems'
import type { ShortcutFigures } from '../model/figures'
import type { LevelSpec } from '../model/levelSpec'
import { type CheckError, checkError } from '../model/problem'
import type { Seed } from '../model/seed'
import { pipeline } from '../build/pipeline'
import { plan, type Plan } from '../stages/plan/plan'
import { MIN_PAIRS } from '../stages/report/shortcuts/noShortcut'
import { shortcutFigures } from '../stages/report/shortcuts/shortcutFigures'
import { type SurfaceRow, surfaceRow } from '../stages/report/shortcuts/surfaceRow'
import { seedRule, validateOptions, wholeNumber } from '../validate/optionRules'
import { MAX_PAIRS } from '../validate/validateCheck'
import { validateSpec } from '../validate/validateSpec'

/** Options of `checkShortcuts`. */
export interface ShortcutOptions {
  /** Seed of the draws. @defaultValue 42 */
  readonly seed?: Seed
  /** Number of traps drawn per type, each with its twin. With fewer, chance influences the result. @defaultValue 2_000 */
  readonly pairs?: number
}

/**
 * Checks `adversarial.noShortcut` on a dataset drawn for it, with enough traps of each type to decide. The check has two
 * parts. No surface feature of at least 50 rows occurs with a refusal in more than two thirds of them. Neither naive Bayes
 * nor logistic regression separates the traps of a type from answerable rows with the same header lines at an area under the
 * ROC curve above 0.60.
 *
 * Returns the figures, or all shortcuts that were found as `CheckError`. Cues declared in `surface.declaredCues` are masked
 * first. The rows are the rows of `buildDataset` under the same seed, with the count that gives enough traps; all laws apply. It
 * never throws. Equal spec, options and versions give equal figures.
 *
 * @example
 * const shortcuts = checkShortcuts(level, { seed: 42, pairs: 50 })
 * if (shortcuts._tag === 'Left') console.log(renderError(shortcuts.left))
 */
export function checkShortcuts<Q, A>(spec: LevelSpec<Q, A>, options: ShortcutOptions = {}): E.Either<CheckError, ShortcutFigures> {
  const wrong = [...validateSpec(spec), ...validateOptions(options, { seed: seedRule, pairs: wholeNumber(MAX_PAIRS, '2,000') })]
  if (wrong.length > 0) return E.left(checkError(wrong))
  const { seed = 42, pairs = MIN_PAIRS } = options
  const count = countForPairs(spec, pairs)
  if (E.isLeft(count)) return count
  const rows: SurfaceRow[] = []
  const built = pipeline(spec, seed, { count: count.right })
  for (;;) {
    const next = built.next()
    if (next.done !== true) rows.push(surfaceRow(next.value.sample))
    else if (E.isLeft(next.value)) return E.left(checkError(next.value.left.problems))
    else break
  }
  const figures = shortcutFigures(rows, spec.surface)
  const problems = shortcutProblems(figures)
  return problems.length > 0 ? E.left(checkError(problems)) : E.right(figures)
}

/** Row count of the plan from which the share of the rarest adversarial type is read. */
const ROWS_TO_LEARN_SHARES = 10_000

/** Returns the row count of a dataset with at least `pairs` traps of each type. */
function countForPairs<Q, A>(spec: LevelSpec<Q, A>, pairs: number): E.Either<CheckError, number> {
  const first = plan(spec, ROWS_TO_LEARN_SHARES)
  if (E.isLeft(first)) return E.left(checkError(first.left.problems))
  const scaled = Math.max(1, Math.ceil((ROWS_TO_LEARN_SHARES * pairs) / rarestTypeShare(first.right)))
  // Rounding to whole rows may leave the rarest type one trap short: add the rows that one more trap takes.
  return E.right(scaled + Math.ceil(ROWS_TO_LEARN_SHARES / rarestTypeShare(first.right)))
}

function rarestTypeShare({ cells }: Plan): number {
  const traps = new Map<string, number>()
  for (const { cell, share } of cells) {
    if (cell.adversarialType !== 'none') traps.set(cell.adversarialType, (traps.get(cell.adversarialType) ?? 0) + share)
  }
  return Math.max(1, Math.min(...traps.values()))
}
