import type * as fc from 'fast-check'
import type { Answered, Derived } from '../src/model/draft'
import type { FromTwin } from '../src/model/levelSpec'
import type { AdversarialType, Difficulty } from '../src/model/vocabulary'

/**
 * Traps of one type, each made from an answerable twin by a minimal edit: `derive` is a pure function of the twin and
 * of a choice that is drawn apart from it, so both shrink on their own. It gives undefined where the twin offers no
 * such trap; then both are drawn again, and counted. Where the topic's own questions seldom offer one, `twins` draws
 * questions of the topic and difficulty that do.
 *
 * @example
 * fromTwin(fc.nat(9), (twin, digit) => ({
 *   input: `${print(twin.question)} +`,
 *   witness: { completions: [`${print(twin.question)} + ${digit}`, `${print(twin.question)} + ${digit + 1}`] },
 * }))
 */
export const fromTwin = <Q, A, T extends AdversarialType, C>(
  choices: fc.Arbitrary<C>,
  derive: (twin: Answered<Q, A>, choice: C) => Derived<T> | undefined,
  twins?: (topic: string, difficulty: Difficulty) => fc.Arbitrary<Q>,
): FromTwin<Q, A, T> => (twins === undefined ? { _tag: 'FromTwin', choices, derive } : { _tag: 'FromTwin', choices, derive, twins })
