import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../utils/strings/errorMessage'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import { spellToken } from '../stages/draw/token'
import type { Unit } from '../stages/plan/plan'

/** The problem of a unit on which workers die, one after another. */
export const workerDied = <Q, A>(spec: LevelSpec<Q, A>, seed: Seed, { cell, k }: Unit, thrown: unknown): Problem => ({
  _tag: 'WorkerDied',
  path: cell.name,
  expected: 'a worker that draws this unit to its end',
  received: messageOf(thrown).replace(/\.$/, ''),
  hint: 'draw the token alone to see what ends it: it may be the memory, or code that ends the process',
  token: spellToken(spec, seed, cell, { k, attempt: 0 }),
})
