/** A bijection of 32-bit integers in which every bit of the input reaches every bit of the output (MurmurHash3's finaliser). */
export function mix32(word: number): number {
  let mixed = word
  mixed ^= mixed >>> 16
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
