import { either as E } from 'fp-ts'
import type { Cell } from '../../model/cell'
import type { LevelSpec } from '../../model/levelSpec'
import type { Problem } from '../../model/problem'
import { cellShares } from '../plan/cellShares'
import { invalidToken } from './readToken'

/** Finds the cell with this name among the cells that a level can draw from. */
export function findCell<Q, A>(spec: LevelSpec<Q, A>, name: string): E.Either<readonly Problem[], Cell> {
  const cells = cellShares(spec).map(({ cell }) => cell)
  const cell = cells.find(one => one.name === name)
  if (cell !== undefined) return E.right(cell)
  const [category, topic] = name.split('.')
  const near = cells.filter(one => one.category === category && one.topic === topic)
  const names = (near.length > 0 ? near : cells).map(one => one.name)
  const expected = `one of ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`
  return E.left([invalidToken('token.cell', expected, name, 'the level has changed without a new version')])
}
