import { hash } from 'node:crypto'

/** Returns the first 8 hexadecimal digits of the SHA-256 of a row's input and expected output. */
export const rowDigest = (input: string, expectedOutput: string): string =>
  hash('sha256', `${input}\u0000${expectedOutput}`, 'hex').slice(0, 8)
