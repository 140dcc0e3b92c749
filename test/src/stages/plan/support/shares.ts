import type { AdversarialType, Difficulty } from 'genesis-datasets'
import { adversarialCell, validCell } from '../../../../../src/model/cell'
import type { CellShare } from '../../../../../src/stages/plan/cellShares'

const UNBOUNDED = Number.POSITIVE_INFINITY

/** Returns the share of a valid cell. */
export const valid = (topic: string, difficulty: Difficulty, share: number, capacity = UNBOUNDED): CellShare => ({
  cell: validCell(topic, difficulty),
  share,
  capacity,
})

/** Returns the share of a cell of traps. */
export const trap = (topic: string, type: AdversarialType, difficulty: Difficulty, share: number): CellShare => ({
  cell: adversarialCell(topic, type, difficulty),
  share,
  capacity: UNBOUNDED,
})

/** Returns the share of each cell, to a millionth. */
export const sharesByName = (shares: readonly CellShare[]): Readonly<Record<string, number>> =>
  Object.fromEntries(shares.map(({ cell, share }) => [cell.name, Math.round(share * 1e6) / 1e6]))
