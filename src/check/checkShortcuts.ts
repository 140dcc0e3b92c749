import { either as E } from 'fp-ts'
import { shortcutProblems } from './shortcutProblems'
import type { ShortcutFigures } from '../model/figures'
import type { LevelSpec } from '../model/levelSpec'
import { type CheckError, checkError } from '../model/problem'
import type { Seed } from '../model/seed'
import { pipeline } from '../build/pipeline'
import { plan, type Plan } from '../stages/plan/plan'
import { PAIRS_TO_DECIDE } from '../stages/report/shortcuts/noShortcut'
import { shortcutFigures } from '../stages/report/shortcuts/shortcutFigures'
import { type SurfaceRow, surfaceRow } from '../stages/report/shortcuts/surfaceRow'
import { seedRule, validateOptions, wholeNumber } from '../validate/optionRules'
import { MOST_PAIRS } from '../validate/validateCheck'
import { validateSpec } from '../validate/validateSpec'

export interface ShortcutOptions {
  /** 42 unless told. */
  readonly seed?: Seed
  /** How many traps of each type are drawn, each with its twin; 2,000 unless told, with fewer chance has its say. */
  readonly pairs?: number
}

/**
 * The law `adversarial.noShortcut`, on a dataset of its own that has enough traps of each type to decide it: no surface feature in
 * at least 50 rows stands for a refusal in more than two thirds of them, and neither naive Bayes nor logistic regression tells
 * the traps of a type from answerable rows with the same header lines at an area under the ROC curve above 0.60.
 *
 * Gives the figures, or what tells the traps, all of it at once, as `CheckError`. What the level declares in `surface.honest`
 * is covered up before. The rows are those of `buildDataset` with the seed and the count that it takes, all their laws included.
 * It never throws; equal spec, options and versions give equal figures.
 *
 * @example
 * const looks = checkShortcuts(level, { seed: 42, pairs: 50 })
 * if (looks._tag === 'Left') console.log(renderError(looks.left))
 */
export function checkShortcuts<Q, A>(spec: LevelSpec<Q, A>, options: ShortcutOptions = {}): E.Either<CheckError, ShortcutFigures> {
  const wrong = [...validateSpec(spec), ...validateOptions(options, { seed: seedRule, pairs: wholeNumber(MOST_PAIRS, '2,000') })]
  if (wrong.length > 0) return E.left(checkError(wrong))
  const { seed = 42, pairs = PAIRS_TO_DECIDE } = options
  const count = countWith(spec, pairs)
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

/** Rows of which the rarest type is known well enough to tell how many it takes. */
const ROWS_TO_LEARN_SHARES = 10_000

/** How many rows a dataset has in which each type of trap has so many. */
function countWith<Q, A>(spec: LevelSpec<Q, A>, pairs: number): E.Either<CheckError, number> {
  const first = plan(spec, ROWS_TO_LEARN_SHARES)
  if (E.isLeft(first)) return E.left(checkError(first.left.problems))
  const scaled = Math.max(1, Math.ceil((ROWS_TO_LEARN_SHARES * pairs) / rarest(first.right)))
  // Whole rows may leave the rarest type one short: as many more as the share of one trap takes.
  return E.right(scaled + Math.ceil(ROWS_TO_LEARN_SHARES / rarest(first.right)))
}

function rarest({ cells }: Plan): number {
  const traps = new Map<string, number>()
  for (const { cell, share } of cells) {
    if (cell.adversarialType !== 'none') traps.set(cell.adversarialType, (traps.get(cell.adversarialType) ?? 0) + share)
  }
  return Math.max(1, Math.min(...traps.values()))
}
