import { either as E } from 'fp-ts'
import { buildDataset, renderError, type Sample } from 'genesis-datasets'
import { sums } from '../../../../../examples/levels/sums'

/** Returns rows of the level `sums` as a build writes them: answers, edges and traps. */
export function goodRows(count: number): readonly Sample[] {
  const built = buildDataset(sums, 42, { count: 250 })
  if (E.isLeft(built)) throw new Error(renderError(built.left))
  return built.right.samples.slice(0, count)
}
