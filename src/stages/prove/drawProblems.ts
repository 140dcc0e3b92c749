import type { Cell } from '../../model/cell'
import type { LevelSpec } from '../../model/levelSpec'
import type { Problem } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { type CellDraws, cellDraws, type Draw } from '../draw/draw'
import type { Address } from '../draw/keyedRandom'
import { spellToken } from '../draw/token'
import { locatedMessage } from '../../utils/strings/throwLocation'
import { cellSubject } from './cellSubject'
import { counterexampleOf } from './counterexample'
import { violationProblem } from './violationProblem'

/** Returns the problem of a draw that violates a law, with its shrunk counterexample. */
export function violationOf<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  draws: CellDraws<Q, A>,
  { value, address }: Pick<Draw<Q, A>, 'value' | 'address'>,
  { law, reason }: { readonly law: string; readonly reason: string },
): Problem {
  const subject = cellSubject(spec, draws.cell, undefined, draws.source)
  const tokenAt = (path: readonly number[]): string => draws.token(address, { path })
  return violationProblem(counterexampleOf(subject, { value, law, reason, seed: spellSeed(seed), tokenAt }))
}

/** Returns the problem of a draw on which the level's code throws. If the arbitrary itself throws, there is no value to shrink. */
export function thrownProblem<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, cell: Cell, address: Address, thrown: unknown): Problem {
  try {
    const draws = cellDraws(spec, seed, cell)
    const value = draws.value(address)
    const [examination] = cellSubject(spec, cell, undefined, draws.source).examine([value.value])
    if (examination?._tag === 'Violated') return violationOf(spec, seed, draws, { value, address }, examination)
  } catch {
    // The arbitrary itself throws.
  }
  return {
    _tag: 'CodeThrew',
    path: cell.name,
    expected: 'arbitraries, formats, answers and oracle that never throw',
    received: locatedMessage(thrown),
    hint: 'an arbitrary must give a value for every draw; reproduce this token to repeat the throw',
    token: spellToken(spec, seed, cell, address),
  }
}
