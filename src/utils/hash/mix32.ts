/** Maps 32-bit integers bijectively, so that every input bit affects every output bit (MurmurHash3's finaliser). */
export function mix32(word: number): number {
  let mixed = word
  mixed ^= mixed >>> 16
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
