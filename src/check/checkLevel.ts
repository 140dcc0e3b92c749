import { either as E } from 'fp-ts'
import { cellTarget } from './levelTargets'
import { chosenCells } from '../selection/chosenCells'
import { selectionProblems } from '../selection/selectionProblems'
import { runCheck } from './runCheck'
import { knownLabels, labelsOf } from '../selection/labels'
import { settingsOf } from './settings'
import type { Cell } from '../model/cell'
import type { CheckOptions, CheckReport } from '../model/check'
import type { ShortcutFigures } from '../model/figures'
import type { Draft } from '../model/draft'
import type { LevelSpec } from '../model/levelSpec'
import { type CheckError, checkError, type Counterexample, type Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import { checkShortcuts } from './checkShortcuts'
import { cellSource } from '../stages/draw/cellSource'
import { invalidOption } from '../validate/optionRules'
import { validateCheck } from '../validate/validateCheck'

/**
 * Checks the laws of a level as properties. It draws evenly from all cells and checks every draft with every law and the
 * oracle. Returns a report if all laws held, else the first violating draw, shrunk.
 *
 * Half of the draws are unbiased and the same as in `buildDataset`: same addresses, seed and tokens. The other half has
 * fast-check's bias towards edges, and its tokens record that. `options` select one topic, category, difficulty, adversarial
 * type, edge or law, and set the minimum share of a label. `shortcuts` also searches for surface shortcuts
 * (`checkShortcuts`). Other failures, such as an invalid spec or a share that is too small, are returned as `CheckError`. It
 * never throws. Equal spec, options and versions give equal results.
 *
 * @example
 * const checked = checkLevel(level, { seed: 42, runs: 200, topic: 'plain', cover: { 'edge.plain.zero': 0.1 } })
 * if (checked._tag === 'Left') console.log(renderError(checked.left))
 */
export function checkLevel<Q, A>(
  spec: LevelSpec<Q, A>,
  options: CheckOptions<Q, A> = {},
): E.Either<Counterexample | CheckError, CheckReport> {
  const problems = checkProblems(spec, options)
  if (problems.length > 0) return E.left(checkError(problems))
  const settings = settingsOf(options)
  const cells = chosenCells(spec, options)
  const cellOf = new Map<string, Cell>(cells.map(cell => [cell.name, cell]))
  const targets = cells.map(cell => cellTarget(spec, settings.seed, cell, options.law))
  const checked = runCheck(targets, {
    level: spec.name,
    settings,
    cover: options.cover ?? {},
    laws: options.law === undefined ? spec.laws.map(({ name }) => name) : [options.law],
    labels: knownLabels(spec, cells, options.classify),
    labelsOf: ({ subject }, value) => {
      const cell = cellOf.get(subject.cell) as Cell
      return labelsOf(spec, cell, cellSource(spec, cell).toDraft(value) as Draft<Q, A>, options.classify)
    },
  })
  return options.shortcuts === undefined
    ? checked
    : E.chain((report: CheckReport) => withShortcuts(spec, report, settings.seed, options.shortcuts))(checked)
}

/** Returns the problems for which `checkLevel` draws nothing: an invalid spec or invalid options. */
export function checkProblems<Q, A>(spec: LevelSpec<Q, A>, options: CheckOptions<Q, A>): readonly Problem[] {
  const invalid = validateCheck(spec, options)
  return invalid.length > 0 ? invalid : [...selectionProblems(spec, options), ...shortcutSelectionProblems(options)]
}

/** Adds the shortcut figures to a report, or returns the shortcuts that were found as an error. */
const withShortcuts = <Q, A>(
  spec: LevelSpec<Q, A>,
  report: CheckReport,
  seed: Seed,
  pairs: number | undefined,
): E.Either<Counterexample | CheckError, CheckReport> =>
  E.map((shortcuts: ShortcutFigures) => ({ ...report, shortcuts }))(checkShortcuts(spec, { seed, ...(pairs !== undefined && { pairs }) }))

/** Returns a problem if part of the level is selected together with `shortcuts`, which would ignore the selection. */
function shortcutSelectionProblems<Q, A>(options: CheckOptions<Q, A>): readonly Problem[] {
  const { shortcuts, topic, category, difficulty, adversarialType, edge, law } = options
  const chosen = Object.entries({ topic, category, difficulty, adversarialType, edge, law }).filter(([, value]) => value !== undefined)
  if (shortcuts === undefined || chosen.length === 0) return []
  const names = chosen.map(([name]) => name).join(', ')
  return [
    invalidOption('options.shortcuts', 'no selection', names, 'shortcuts are searched in the whole level: run a second check for them'),
  ]
}
