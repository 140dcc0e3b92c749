import type { Cell } from '../model/cell'
import type { CheckOptions } from '../model/check'
import type { LevelSpec } from '../model/levelSpec'
import type { Seed } from '../model/seed'
import { cellDraws } from '../stages/draw/draw'
import { cellShares } from '../stages/plan/cellShares'
import { cellSubject } from '../stages/prove/cellSubject'
import type { Target } from './runner'

/** The cells of a level that the options leave, in the order of the plan. */
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

/** A cell as something to be checked: its unbiased draws are those of a build, at the very same addresses. */
export function cellTarget<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, cell: Cell, law: string | undefined): Target {
  const unbiased = cellDraws(spec, seed, cell)
  const biased = cellDraws(spec, seed, cell, true)
  const draws = (isBiased: boolean) => (isBiased ? biased : unbiased)
  return {
    subject: cellSubject(spec, cell, law, unbiased.source),
    draw: (address, isBiased) => draws(isBiased).value(address),
    token: (address, isBiased, path) => draws(isBiased).token(address, { path }),
  }
}
