import { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'
import { invalidRow } from './invalidRow'

/**
 * Returns the fields of a plain object. Each is read once, because a getter could return another value the second time. An
 * array, an object with its own prototype or with symbol keys is a problem.
 */
export function plainFields(path: string, value: unknown): E.Either<Problem, Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return notPlain(path, describe(value))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return notPlain(path, 'an object with a custom prototype')
  if (Object.getOwnPropertySymbols(value).length > 0) return notPlain(path, 'an object with symbols as keys')
  return E.right({ ...value })
}

const notPlain = (path: string, received: string): E.Either<Problem, never> =>
  E.left(invalidRow(path, 'a plain object', received, 'a row is the object that JSON.parse returns for its line'))
