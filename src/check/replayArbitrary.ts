import type * as fc from 'fast-check'
import { either as E } from 'fp-ts'
import type { CheckReport } from '../model/check'
import { type CheckError, checkError, type Counterexample } from '../model/problem'
import { readToken, stalePath, type TokenOwner } from '../stages/draw/readToken'
import { counterexampleOf } from '../stages/prove/counterexample'
import { followPath } from '../stages/prove/shrink'
import type { RunSettings, Target } from './runner'
import { RunTally } from './runTally'

/** Checks one draw and its shrinks again. Returns the counterexample if a law is still violated, else a report of one run. */
export function replayArbitrary(
  text: string,
  owner: TokenOwner,
  settings: RunSettings,
  targetOf: (seed: bigint) => Target,
): E.Either<Counterexample | CheckError, CheckReport> {
  const read = readToken(text, owner)
  if (E.isLeft(read)) return E.left(checkError(read.left))
  const { seed, address, biased, path } = read.right
  const target = targetOf(BigInt(seed))
  const drawn = target.draw(address, biased)
  const simpler = followPath(target.subject, drawn, path)
  if (typeof simpler === 'number') return E.left(checkError([stalePath(path.length, simpler)]))
  const values = [drawn, ...simpler]
  const examinations = target.subject.examine(values.map(({ value }) => value))
  const [examination] = examinations
  for (const [step, broken] of examinations.entries()) {
    if (broken._tag !== 'Violated') continue
    const value = values[step] as fc.Value<unknown>
    const tokenAt = (taken: readonly number[]): string => target.token(address, biased, [...path.slice(0, step), ...taken])
    return E.left(counterexampleOf(target.subject, { value, ...broken, seed, tokenAt }, settings.maxShrinks))
  }
  const tally = new RunTally([], [])
  if (examination?._tag === 'Held') tally.held(biased, examination.laws, [])
  if (examination?._tag === 'Discarded') tally.discarded(examination.reason)
  return E.right(tally.report(owner.name, seed, []))
}
