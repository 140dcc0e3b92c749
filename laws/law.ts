import type { Law, Outcome } from '../src/model/law'

/**
 * A law: a name of the form `subject.property` and a check with four outcomes (it holds, it is not applicable, it is
 * violated, it discards the draw). The laws of a level check drafts, those of `assertArbitrary` what it draws. A check
 * must be a pure function; one that throws is violated.
 *
 * @example
 * const even = law('number.even', (value: number) => (value % 2 === 0 ? 'holds' : { violated: `${value} is odd` }))
 * even.check(3)
 * // { violated: '3 is odd' }
 */
export const law = <T>(name: string, check: (value: T) => Outcome): Law<T> => ({ name, check })
