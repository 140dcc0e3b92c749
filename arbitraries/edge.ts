import type { Capacity, Edge } from '../src/model/levelSpec'

/**
 * Returns a named edge case of a topic: its arbitraries, for at least one difficulty, and a predicate. Every question drawn
 * from them must satisfy the predicate (law `edge.touches`). `capacity` is the number of distinct questions, if there are
 * few.
 *
 * @example
 * edge({ easy: fc.constant({ terms: [0, 0] }) }, ({ terms }) => terms.every(term => term === 0), { easy: 1 })
 */
export const edge = <Q>(arbitraries: Edge<NoInfer<Q>>['arbitraries'], touches: (question: Q) => boolean, capacity?: Capacity): Edge<Q> =>
  capacity === undefined ? { arbitraries, touches } : { arbitraries, touches, capacity }
