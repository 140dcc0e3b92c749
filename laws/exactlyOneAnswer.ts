import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { law } from './law'
import type { Equals } from './equals'
import { stringify } from '../src/utils/strings/stringify'

/**
 * Returns the law that exactly one of a value's candidate answers is right. A question with several right answers, or with none,
 * is a bad question.
 *
 * Takes the law's name, the candidates of a value, a predicate for a right answer, and the equality of answers (by default,
 * deep equality). Equal candidates count once. A violation lists the right candidates, or all candidates if none is right. A
 * function that throws violates the law.
 *
 * @example
 * const roots = exactlyOneAnswer('root.only', () => [-3, -2, 2, 3], (square: number, root) => root * root === square)
 * roots.check(4)
 * // { violated: '2 of 4 candidates are right: [-2,2]' }
 */
export const exactlyOneAnswer = <T, A>(
  name: string,
  candidates: (value: T) => readonly A[],
  isRight: (value: T, answer: NoInfer<A>) => boolean,
  same: Equals<NoInfer<A>> = isDeepStrictEqual,
): Law<T> =>
  law(name, value => {
    const all = distinct(candidates(value), same)
    const right = all.filter(candidate => isRight(value, candidate))
    if (right.length === 1) return 'holds'
    if (right.length === 0) return { violated: `none of ${all.length} candidates is right: ${stringify(all)}` }
    return { violated: `${right.length} of ${all.length} candidates are right: ${stringify(right)}` }
  })

const distinct = <A>(candidates: readonly A[], same: Equals<A>): readonly A[] =>
  candidates.filter((candidate, index) => !candidates.slice(0, index).some(earlier => same(earlier, candidate)))
