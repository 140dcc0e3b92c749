import type { MutationReport } from '../../model/mutation'
import { cutText } from './cutText'
import { draftLines, MAX_DRAFT_CHARACTERS } from './renderProblem'

/**
 * Returns a mutation report as text: the kill rate, in total and by mutation, and the first ten survivors.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 60 })
 * const mutated = mutateLabels(level, built._tag === 'Right' ? built.right.samples : [])
 * if (mutated._tag === 'Right') console.log(renderMutation(mutated.right))
 */
export function renderMutation({
  level,
  seed,
  rejectedRows,
  mutants,
  killed,
  equivalent,
  killRate,
  survivors,
  byMutation,
}: MutationReport): string {
  return [
    `${level}: ${(100 * killRate).toFixed(2)} % of wrong labels rejected (${killed} of ${mutants - equivalent}; ${equivalent} more are equivalent to the label), seed ${seed}`,
    ...(rejectedRows === 0 ? [] : [`  ${rejectedRows} rows are rejected with their original label, so their mutants do not count`]),
    ...Object.entries(byMutation).map(
      ([name, counts]) => `  ${name}: ${counts.killed} of ${counts.mutants - counts.equivalent} rejected, ${counts.equivalent} equivalent`,
    ),
    ...survivors.slice(0, MAX_SURVIVORS).flatMap(({ mutation, id, input, expected_output, mutant }) => [
      `  survived: ${mutation} of ${id}`,
      ...draftLines({ input, expected_output }),
      ...cutText(mutant, MAX_DRAFT_CHARACTERS)
        .split('\n')
        .map(line => `    ≠ ${line}`),
    ]),
    ...(survivors.length > MAX_SURVIVORS ? [`  and ${survivors.length - MAX_SURVIVORS} more`] : []),
  ].join('\n')
}

/** Maximum number of survivors printed; a lax verifier has thousands, and the report data has all. */
const MAX_SURVIVORS = 10
