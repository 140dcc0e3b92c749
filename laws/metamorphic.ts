import type { Law } from '../src/model/law'
import { law } from './law'
import { shown } from '../src/utils/strings/stringify'

/** What is run on a value and on the value transformed, and how the two results must stand to one another. */
export interface Metamorphosis<T, R> {
  readonly run: (value: T) => R
  /** It must not change the value that it is given. */
  readonly transform: (value: T) => T
  readonly relation: (before: R, after: R) => boolean
}

/**
 * The law that a known change of a value changes its result in a known way: `relation(run(value), run(transform(value)))`.
 * It needs no one who knows the right result.
 *
 * Takes the law's name, and the function, the transformation and the relation. A violation tells the transformed value and both
 * results. A function that throws breaks the law.
 *
 * Source: Chen, Cheung and Yiu 1998, "Metamorphic Testing: A New Approach for Generating Next Test Cases".
 *
 * @example
 * const odd = metamorphic('round.odd', { run: Math.round, transform: value => -value, relation: (before, after) => after === -before })
 * odd.check(0.5)
 * // { violated: 'it gives 1, and -0 for the transformed -0.5' }
 */
export const metamorphic = <T, R>(name: string, { run, transform, relation }: Metamorphosis<T, R>): Law<T> =>
  law(name, value => {
    const before = run(value)
    const transformed = transform(value)
    const after = run(transformed)
    if (relation(before, after)) return 'holds'
    return { violated: `it gives ${shown(before)}, and ${shown(after)} for the transformed ${shown(transformed)}` }
  })
