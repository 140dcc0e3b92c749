import { either as E } from 'fp-ts'
import type { Failure } from '../model/problem'

/** What is named is no level: why, by the option that names it. */
export const invalidLevelChoice = (path: string, expected: string, received: string, hint: string): E.Either<Failure<'LoadError'>, never> =>
  E.left({
    _tag: 'LoadError',
    problems: [{ _tag: 'InvalidOption', path, expected, received: received === '' ? 'nothing' : received, hint }],
  })
