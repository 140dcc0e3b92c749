import type { Cell } from '../model/cell'
import type { LevelSpec } from '../model/levelSpec'
import type { Seed } from '../model/seed'
import { cellDraws } from '../stages/draw/draw'
import { cellSubject } from '../stages/prove/cellSubject'
import type { Target } from './runner'

/** Makes the check target of a cell. Its unbiased draws equal the draws of a build, at the same addresses. */
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
