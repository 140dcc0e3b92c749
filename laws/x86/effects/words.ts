/** Numbers of 64 bits as words of 32: they can be compared without making a bigint of each. */
export const wordsOf = (numbers: BigUint64Array): Uint32Array => new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length)
