import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { law } from './law'
import type { Same } from './same'
import { shown } from '../src/utils/strings/stringify'

/**
 * The law that exactly one of a value's candidates is right: a question that has several right answers, or none, is a bad
 * question.
 *
 * Takes the law's name, the candidates of a value, whether one of them is right, and which count as one answer (by default,
 * those that are the same in all parts). A violation tells the candidates that are right, or those of which none is. A function
 * that throws breaks the law.
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
  same: Same<NoInfer<A>> = isDeepStrictEqual,
): Law<T> =>
  law(name, value => {
    const all = distinct(candidates(value), same)
    const right = all.filter(candidate => isRight(value, candidate))
    if (right.length === 1) return 'holds'
    if (right.length === 0) return { violated: `none of ${all.length} candidates is right: ${shown(all)}` }
    return { violated: `${right.length} of ${all.length} candidates are right: ${shown(right)}` }
  })

const distinct = <A>(candidates: readonly A[], same: Same<A>): readonly A[] =>
  candidates.filter((candidate, index) => !candidates.slice(0, index).some(earlier => same(earlier, candidate)))
