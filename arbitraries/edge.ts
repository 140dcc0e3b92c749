import type { Capacity, Edge } from '../src/model/levelSpec'

/**
 * A named extreme of a topic: its arbitraries, at one difficulty at least, and the predicate that every question drawn
 * from them must fulfil (the law `edge.touches`). `capacity` says how many distinct questions there are, where few.
 *
 * @example
 * edge({ easy: fc.constant({ terms: [0, 0] }) }, ({ terms }) => terms.every(term => term === 0), { easy: 1 })
 */
export const edge = <Q>(arbitraries: Edge<NoInfer<Q>>['arbitraries'], touches: (question: Q) => boolean, capacity?: Capacity): Edge<Q> =>
  capacity === undefined ? { arbitraries, touches } : { arbitraries, touches, capacity }
