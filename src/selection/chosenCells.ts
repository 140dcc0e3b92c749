import type { Cell } from '../model/cell'
import type { CheckOptions } from '../model/check'
import type { LevelSpec } from '../model/levelSpec'
import { cellShares } from '../stages/plan/cellShares'

/** Returns the cells of a level that match all given options, in plan order. */
export const chosenCells = <Q, A>(spec: LevelSpec<Q, A>, options: CheckOptions<Q, A>): readonly Cell[] => {
  const { topic, category, difficulty, adversarialType, edge } = options
  return cellShares(spec)
    .map(({ cell }) => cell)
    .filter(
      cell =>
        (topic ?? cell.topic) === cell.topic &&
        (category ?? cell.category) === cell.category &&
        (difficulty ?? cell.difficulty) === cell.difficulty &&
        (adversarialType ?? cell.adversarialType) === cell.adversarialType &&
        (edge === undefined || edge === cell.edge || edge === `${cell.topic}.${cell.edge}`),
    )
}
