import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../utils/strings/errorMessage'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import { spellToken } from '../stages/draw/token'
import type { Unit } from '../stages/plan/plan'

/** Returns the problem of a unit on which workers die repeatedly. */
export const workerDied = <Q, A>(spec: LevelSpec<Q, A>, seed: Seed, { cell, slot }: Unit, thrown: unknown): Problem => ({
  _tag: 'WorkerDied',
  path: cell.name,
  expected: 'a worker that completes this unit',
  received: messageOf(thrown).replace(/\.$/, ''),
  hint: 'reproduce the token to see the cause: the process may run out of memory, or its code may end it',
  token: spellToken(spec, seed, cell, { slot, attempt: 0 }),
})
