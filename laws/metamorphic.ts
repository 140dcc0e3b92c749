import type { Law } from '../src/model/law'
import { law } from './law'
import { stringify } from '../src/utils/strings/stringify'

/** Parts of a metamorphic law: a function, a transformation of its argument, and the relation required between the two results. */
export interface MetamorphicRelation<T, R> {
  /** Function under test. */
  readonly run: (value: T) => R
  /** Transformation of the argument. It must return a new value and not mutate the one it receives. */
  readonly transform: (value: T) => T
  /** Relation that must hold between the result and the result of the transformed argument. */
  readonly relation: (before: R, after: R) => boolean
}

/**
 * Returns the law that a known change of a value changes its result in a known way: `relation(run(value), run(transform(value)))`.
 * It needs no expected result.
 *
 * Takes the law's name, and the function, the transformation and the relation. A violation reports the transformed value and
 * both results. A function that throws violates the law.
 *
 * Source: Chen, Cheung and Yiu 1998, "Metamorphic Testing: A New Approach for Generating Next Test Cases".
 *
 * @example
 * const odd = metamorphic('round.odd', { run: Math.round, transform: value => -value, relation: (before, after) => after === -before })
 * odd.check(0.5)
 * // { violated: 'the result is 1, and -0 for the transformed value -0.5' }
 */
export const metamorphic = <T, R>(name: string, { run, transform, relation }: MetamorphicRelation<T, R>): Law<T> =>
  law(name, value => {
    const before = run(value)
    const transformed = transform(value)
    const after = run(transformed)
    if (relation(before, after)) return 'holds'
    return { violated: `the result is ${stringify(before)}, and ${stringify(after)} for the transformed value ${stringify(transformed)}` }
  })
