import type { Saying } from '../../model/law'
import type { Reproduction } from '../../model/reproduction'
import { exhibitLines } from './renderProblem'

/**
 * A reproduction as text: the address, each step from the draw to the shrunk draft, what every law said, and the row.
 *
 * @example
 * const again = reproduce(level, { seed: 42, runs: 100 })
 * if (again._tag === 'Right') console.log(renderReproduction(again.right))
 */
export function renderReproduction<Q, A>(reproduction: Reproduction<Q, A>): string {
  const { level, version, seed, cell, k, attempt, biased, steps, laws, twinLaws, row, token } = reproduction
  const shrinks = steps.length - 1
  return [
    `${cell} of ${level} ${version}, seed ${seed}, k ${k}, attempt ${attempt}, ${biased ? 'biased' : 'unbiased'}`,
    ...steps.flatMap((step, index) => [`  ${titleOf(index, shrinks)}:`, ...exhibitLines(step)]),
    '  laws:',
    ...laws.map(lawLine),
    ...(twinLaws.length > 0 ? ['  laws of its twin:', ...twinLaws.map(lawLine)] : []),
    `  row: ${row === undefined ? 'none, for a law does not hold' : JSON.stringify(row)}`,
    `  token: ${token}`,
  ].join('\n')
}

const titleOf = (step: number, shrinks: number): string => {
  if (step === 0) return 'drawn'
  return step === shrinks ? `shrunk (${shrinks} times)` : `step ${step}`
}

function lawLine({ law, outcome }: Saying): string {
  if (outcome === 'holds') return `    holds          ${law}`
  if (outcome === 'notApplicable') return `    not applicable ${law}`
  return 'violated' in outcome ? `    VIOLATED       ${law}: ${outcome.violated}` : `    discards       ${law}: ${outcome.discard}`
}
