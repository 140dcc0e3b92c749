import type { Impossible } from '../src/model/levelSpec'

/**
 * Declares that a level or a topic has no trap of a type, and gives the reason.
 *
 * @example
 * impossible('a sum of integers has one reading')
 */
export const impossible = (reason: string): Impossible => ({ _tag: 'Impossible', reason })
