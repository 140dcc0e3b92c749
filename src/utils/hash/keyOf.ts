import { createHash } from 'node:crypto'

/**
 * Returns a 128-bit key of a list of parts. Equal lists give equal keys. Each part gets a length prefix, so that different
 * lists never concatenate to the same text.
 */
export function keyOf(...parts: readonly string[]): Int32Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part};`)
  const digest = hash.digest()
  return Int32Array.from({ length: 4 }, (_, word) => digest.readInt32LE(word * 4))
}
