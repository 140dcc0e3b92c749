import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { metamorphic } from './metamorphic'
import type { Equals } from './equals'

/**
 * Returns the law that a transformation of the value does not change the result: `run(transform(value))` equals `run(value)`.
 *
 * Takes the law's name, the transformation, the function, and the equality of results (by default, deep equality). A violation
 * reports the transformed value and both results. A function that throws violates the law.
 *
 * Source: Chen, Cheung and Yiu 1998, with equality as the metamorphic relation.
 *
 * @example
 * const turned = invariance('first.anyOrder', (terms: readonly number[]) => [...terms].reverse(), terms => terms[0])
 * turned.check([1, 2])
 * // { violated: 'the result is 1, and 2 for the transformed value [2,1]' }
 */
export const invariance = <T, R>(
  name: string,
  transform: (value: T) => T,
  run: (value: T) => R,
  same: Equals<NoInfer<R>> = isDeepStrictEqual,
): Law<T> => metamorphic(name, { run, transform, relation: same })
