import type { Impossible } from '../src/model/levelSpec'

/**
 * Says that a level, or a topic, has no trap of a type, and why.
 *
 * @example
 * impossible('a sum of integers has one reading')
 */
export const impossible = (reason: string): Impossible => ({ _tag: 'Impossible', reason })
