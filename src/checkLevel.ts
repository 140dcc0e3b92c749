import { either as E } from 'fp-ts'
import { chosenCells, cellTarget } from './check/levelTargets'
import { choiceProblems } from './check/choiceProblems'
import { conduct } from './check/conduct'
import { knownLabels, labelsOf } from './check/labels'
import { settingsOf } from './check/settings'
import type { Cell } from './model/cell'
import type { CheckOptions, CheckReport } from './model/check'
import type { Draft } from './model/draft'
import type { LevelSpec } from './model/levelSpec'
import { type CheckError, checkError, type Counterexample } from './model/problem'
import { cellSource } from './stages/draw/cellSource'
import { validateCheck } from './validate/validateCheck'

/**
 * The laws of a level as properties: draws from all of its cells, evenly, and has the laws judge every draft, its oracle
 * included. Gives the record of a check in which all held, or the first draw that breaks one, shrunk.
 *
 * Half of the draws are those of `buildDataset` (the same addresses under the same seed: a token of one is a token of the
 * other), half have fast-check's bias towards edges; the token says which. `options` choose one topic, category, difficulty,
 * adversarial type, edge or law, and the share that a label must reach. What is not a violated law (an invalid spec, a share
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
  const problems = invalid.length > 0 ? invalid : choiceProblems(spec, options)
  if (problems.length > 0) return E.left(checkError(problems))
  const settings = settingsOf(options)
  const cells = chosenCells(spec, options)
  const cellOf = new Map<string, Cell>(cells.map(cell => [cell.name, cell]))
  const targets = cells.map(cell => cellTarget(spec, settings.seed, cell, options.law))
  return conduct(targets, {
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
}
