import type { MutationReport } from '../../model/mutation'
import { exhibitLines } from './renderProblem'

/**
 * What became of wrong labels as text: the kill rate, the same by kind of mutation, and the first ten survivors.
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
    `${level}: ${(100 * killRate).toFixed(2)} % of wrong labels rejected (${killed} of ${mutants - equivalent}; ${equivalent} more are as right as the label), seed ${seed}`,
    ...(rejectedRows === 0 ? [] : [`  ${rejectedRows} rows are rejected as they are: nothing is shown by these`]),
    ...Object.entries(byMutation).map(
      ([name, counts]) => `  ${name}: ${counts.killed} of ${counts.mutants - counts.equivalent} rejected, ${counts.equivalent} as right`,
    ),
    ...survivors
      .slice(0, MOST_SHOWN)
      .flatMap(({ mutation, id, input, expected_output, mutant }) => [
        `  survived: ${mutation} of ${id}`,
        ...exhibitLines({ input, expected_output }),
        ...mutant.split('\n').map(line => `    ≠ ${line}`),
      ]),
    ...(survivors.length > MOST_SHOWN ? [`  and ${survivors.length - MOST_SHOWN} more`] : []),
  ].join('\n')
}

/** A lax verifier lets thousands pass; the rest is in the data. */
const MOST_SHOWN = 10
