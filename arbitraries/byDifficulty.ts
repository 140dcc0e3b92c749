import type { ByDifficulty } from '../src/model/vocabulary'

/**
 * Returns a record with one part for each difficulty; a missing difficulty does not compile. With a second argument, makes
 * each part from its value.
 *
 * @example
 * byDifficulty({ easy: fc.nat(9), medium: fc.nat(99), hard: fc.nat(999) })
 * byDifficulty({ easy: 9, medium: 99, hard: 999 }, max => fc.nat(max))
 */
export function byDifficulty<T>(parts: ByDifficulty<T>): ByDifficulty<T>
/** Returns the record with each part made from its value. */
export function byDifficulty<P, T>(parts: ByDifficulty<P>, make: (part: P) => T): ByDifficulty<T>
export function byDifficulty<P, T>(parts: ByDifficulty<P>, make?: (part: P) => T): ByDifficulty<P | T> {
  return make === undefined ? parts : { easy: make(parts.easy), medium: make(parts.medium), hard: make(parts.hard) }
}
