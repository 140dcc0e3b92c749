import { either as E } from 'fp-ts'
import { cellTarget } from './levelTargets'
import { chosenCells } from '../selection/chosenCells'
import { choiceProblems } from '../selection/selectionProblems'
import { conduct } from './runCheck'
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
 * The laws of a level as properties: draws from all of its cells, evenly, and has the laws judge every draft, its oracle
 * included. Gives the record of a check in which all held, or the first draw that breaks one, shrunk.
 *
 * Half of the draws are those of `buildDataset` (the same addresses under the same seed: a token of one is a token of the
 * other), half have fast-check's bias towards edges; the token says which. `options` choose one topic, category, difficulty,
 * adversarial type, edge or law, and the share that a label must reach; `shortcuts` also asks whether traps can be told by their
 * looks (`checkShortcuts`). What is not a violated law (an invalid spec, a share
 * that is not reached) comes back as `CheckError`. It never throws; equal spec, options and versions give equal results.
 *
 * @example
 * const checked = checkLevel(level, { seed: 42, runs: 200, topic: 'plain', cover: { 'edge.plain.zero': 0.1 } })
 * if (checked._tag === 'Left') console.log(renderError(checked.left))
 */
export function checkLevel<Q, A>(
  spec: LevelSpec<Q, A>,
  options: CheckOptions<Q, A> = {},
): E.Either<Counterexample | CheckError, CheckReport> {
  const invalid = validateCheck(spec, options)
  const problems = invalid.length > 0 ? invalid : [...choiceProblems(spec, options), ...besideShortcuts(options)]
  if (problems.length > 0) return E.left(checkError(problems))
  const settings = settingsOf(options)
  const cells = chosenCells(spec, options)
  const cellOf = new Map<string, Cell>(cells.map(cell => [cell.name, cell]))
  const targets = cells.map(cell => cellTarget(spec, settings.seed, cell, options.law))
  const checked = conduct(targets, {
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

/** The same report with the figures of the looks of traps, or what tells them. */
const withShortcuts = <Q, A>(
  spec: LevelSpec<Q, A>,
  report: CheckReport,
  seed: Seed,
  pairs: number | undefined,
): E.Either<Counterexample | CheckError, CheckReport> =>
  E.map((shortcuts: ShortcutFigures) => ({ ...report, shortcuts }))(checkShortcuts(spec, { seed, ...(pairs !== undefined && { pairs }) }))

/** Choices that would be ignored. */
function besideShortcuts<Q, A>(options: CheckOptions<Q, A>): readonly Problem[] {
  const { shortcuts, topic, category, difficulty, adversarialType, edge, law } = options
  const chosen = Object.entries({ topic, category, difficulty, adversarialType, edge, law }).filter(([, value]) => value !== undefined)
  if (shortcuts === undefined || chosen.length === 0) return []
  const names = chosen.map(([name]) => name).join(', ')
  return [
    invalidOption('options.shortcuts', 'nothing else chosen beside it', names, 'looks are compared over the whole level: check twice'),
  ]
}
