import { either as E } from 'fp-ts'
import { type BuildError, buildError, type Problem } from '../model/problem'

/** What `build` is told, as it was typed. */
export type TypedArguments = Readonly<Record<'level' | 'count' | 'seed' | 'out', string>>

export interface BuildArguments {
  readonly level: string
  readonly count: number
  readonly seed: bigint
  readonly out: string
}

/** The arguments of `build`, or all that is wrong with them. */
export function readBuildArguments({ level, count, seed, out }: TypedArguments): E.Either<BuildError, BuildArguments> {
  const problems: Problem[] = []
  if (!/^\d+$/.test(count) || !Number.isSafeInteger(Number(count)) || Number(count) < 1) {
    problems.push(invalid('--count', 'a whole number of rows, 1 or more', count, 'leave it out for 10,000'))
  }
  if (!/^-?\d+$/.test(seed)) problems.push(invalid('--seed', 'an integer of any size', seed, 'write its decimal digits'))
  if (out === '') problems.push(invalid('--out', 'a folder', out, 'leave it out for datasets'))
  return problems.length > 0 ? E.left(buildError(problems)) : E.right({ level, count: Number(count), seed: BigInt(seed), out })
}

/** An option of the command line that cannot be used. */
export const invalid = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidOption',
  path,
  expected,
  received: received === '' ? 'nothing' : received,
  hint,
})
