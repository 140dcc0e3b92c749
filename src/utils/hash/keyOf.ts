import { createHash } from 'node:crypto'

/**
 * A 128-bit key from any number of parts: equal parts give equal keys, and parts are length-prefixed, so that no two
 * lists of parts run together into the same text.
 */
export function keyOf(...parts: readonly string[]): Int32Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part};`)
  const digest = hash.digest()
  return Int32Array.from({ length: 4 }, (_, word) => digest.readInt32LE(word * 4))
}
