import { hash } from 'node:crypto'

/**
 * Returns the fingerprint of a row's input and expected output: 64 hexadecimal digits, the sha256 of both texts as a JSON
 * array. The array marks where the first text ends.
 *
 * @example
 * fingerprintOf({ input: 'sum: 1 + 1', expected_output: '2' }).length
 * // 64
 */
export const fingerprintOf = ({ input, expected_output }: { readonly input: string; readonly expected_output: string }): string =>
  hash('sha256', JSON.stringify([input, expected_output]), 'hex')
