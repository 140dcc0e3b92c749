import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { metamorphic } from './metamorphic'
import type { Same } from './same'

/**
 * The law that a change of a value which must not matter does not change the result: `run(transform(value))` is `run(value)`.
 *
 * Takes the law's name, the transformation, the function, and what counts as the same result (by default, the same in all
 * parts). A violation tells the transformed value and both results. A function that throws breaks the law.
 *
 * Source: the metamorphic relation (Chen, Cheung and Yiu 1998) that is equality.
 *
 * @example
 * const turned = invariance('first.anyOrder', (terms: readonly number[]) => [...terms].reverse(), terms => terms[0])
 * turned.check([1, 2])
 * // { violated: 'it gives 1, and 2 for the transformed [2,1]' }
 */
export const invariance = <T, R>(
  name: string,
  transform: (value: T) => T,
  run: (value: T) => R,
  same: Same<NoInfer<R>> = isDeepStrictEqual,
): Law<T> => metamorphic(name, { run, transform, relation: same })
