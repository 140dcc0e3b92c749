import type * as fc from 'fast-check'
import type { Answered, DerivedTrap } from '../src/model/draft'
import type { FromTwin } from '../src/model/levelSpec'
import type { AdversarialType, Difficulty } from '../src/model/vocabulary'

/**
 * Returns the generator of one type of trap. It makes each trap from an answerable twin by a minimal edit.
 *
 * `derive` is a pure function of the twin and of a choice that is drawn independently, so each of them shrinks alone. It
 * returns undefined if the twin allows no such trap; then both are drawn again, and the attempt is counted. If the topic's
 * own questions seldom allow one, `twins` draws questions of the topic and difficulty that do.
 *
 * @example
 * fromTwin(fc.nat(9), (twin, digit) => ({
 *   input: `${print(twin.question)} +`,
 *   witness: { completions: [`${print(twin.question)} + ${digit}`, `${print(twin.question)} + ${digit + 1}`] },
 * }))
 */
export const fromTwin = <Q, A, T extends AdversarialType, C>(
  choices: fc.Arbitrary<C>,
  derive: (twin: Answered<Q, A>, choice: C) => DerivedTrap<T> | undefined,
  twins?: (topic: string, difficulty: Difficulty) => fc.Arbitrary<Q>,
): FromTwin<Q, A, T> => (twins === undefined ? { _tag: 'FromTwin', choices, derive } : { _tag: 'FromTwin', choices, derive, twins })
