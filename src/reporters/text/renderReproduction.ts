import type { LawResult } from '../../model/law'
import type { Reproduction } from '../../model/reproduction'
import { draftLines, stepCount } from './renderProblem'

/**
 * Returns a reproduction as text: the address, each step from the original to the shrunk draft, the law results, and the row.
 *
 * @example
 * const again = reproduce(level, { seed: 42, runs: 100 })
 * if (again._tag === 'Right') console.log(renderReproduction(again.right))
 */
export function renderReproduction<Q, A>(reproduction: Reproduction<Q, A>): string {
  const { level, version, seed, cell, slot, attempt, biased, steps, laws, twinLaws, row, token } = reproduction
  const shrinks = steps.length - 1
  return [
    `${cell} of ${level} ${version}, seed ${seed}, slot ${slot}, attempt ${attempt}, ${biased ? 'biased' : 'unbiased'}`,
    ...steps.flatMap((step, index) => [`  ${titleOf(index, shrinks)}:`, ...draftLines(step)]),
    '  laws:',
    ...laws.map(lawLine),
    ...(twinLaws.length > 0 ? ['  laws of the twin:', ...twinLaws.map(lawLine)] : []),
    `  row: ${row === undefined ? 'none, because a law does not hold' : JSON.stringify(row)}`,
    `  token: ${token}`,
  ].join('\n')
}

const titleOf = (step: number, shrinks: number): string => {
  if (step === 0) return 'original'
  return step === shrinks ? `shrunk (${stepCount(shrinks)})` : `step ${step}`
}

function lawLine({ law, outcome }: LawResult): string {
  if (outcome === 'holds') return `    holds          ${law}`
  if (outcome === 'notApplicable') return `    not applicable ${law}`
  return 'violated' in outcome ? `    VIOLATED       ${law}: ${outcome.violated}` : `    discards       ${law}: ${outcome.discard}`
}
