/** Returns a copy of an array at twice the size, filled up with zeros. */
export function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * values.length)
  more.set(values)
  return more
}
