import type { Law, LawOutcome } from '../src/model/law'

/**
 * Creates a law from a name of the form `subject.property` and a check. The check has four outcomes: the law holds, is not
 * applicable, is violated, or discards the attempt. The laws of a level check drafts. The laws given to `assertArbitrary` check
 * the values that the arbitrary generates. A check must be a pure function; a check that throws counts as a violation.
 *
 * @example
 * const even = law('number.even', (value: number) => (value % 2 === 0 ? 'holds' : { violated: `${value} is odd` }))
 * even.check(3)
 * // { violated: '3 is odd' }
 */
export const law = <T>(name: string, check: (value: T) => LawOutcome): Law<T> => ({ name, check })
