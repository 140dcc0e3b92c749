import { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'
import { invalidRow } from './invalidRow'

/**
 * The fields of a plain object, each read once (a getter could give another value the second time); an array, an object
 * with a prototype of its own or with symbols as keys is a problem.
 */
export function plainFields(path: string, value: unknown): E.Either<Problem, Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return notPlain(path, describe(value))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return notPlain(path, 'an object with a prototype of its own')
  if (Object.getOwnPropertySymbols(value).length > 0) return notPlain(path, 'an object with symbols as keys')
  return E.right({ ...value })
}

const notPlain = (path: string, received: string): E.Either<Problem, never> =>
  E.left(invalidRow(path, 'a plain object', received, 'a row is what JSON.parse gives for its line'))
