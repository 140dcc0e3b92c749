import { either as E } from 'fp-ts'
import type { Failure } from '../model/problem'

/** Returns the error of an option that names no level. `path` is the option; an empty `received` is printed as `nothing`. */
export const invalidLevelChoice = (path: string, expected: string, received: string, hint: string): E.Either<Failure<'LoadError'>, never> =>
  E.left({
    _tag: 'LoadError',
    problems: [{ _tag: 'InvalidOption', path, expected, received: received === '' ? 'nothing' : received, hint }],
  })
