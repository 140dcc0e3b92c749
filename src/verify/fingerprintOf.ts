import { hash } from 'node:crypto'

/**
 * The fingerprint of what a row asks and answers: 64 hexadecimal digits, the sha256 of its input and expected
 * output as a JSON array, which tells where the one ends and the other begins.
 *
 * @example
 * fingerprintOf({ input: 'sum: 1 + 1', expected_output: '2' }).length
 * // 64
 */
export const fingerprintOf = ({ input, expected_output }: { readonly input: string; readonly expected_output: string }): string =>
  hash('sha256', JSON.stringify([input, expected_output]), 'hex')
