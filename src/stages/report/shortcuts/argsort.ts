/** So many numbers go beside a key of 32 bits into the 53 of a number. */
const MAX_PACKED = 2 ** 21

/** The numbers of keys from 0 to 2³² - 1 in the order of the keys; of equal keys in that of their texts, then as they come. */
export function argsort(keys: Uint32Array, textOf: (number: number) => string): Int32Array {
  const order = byKey(keys)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && keys[order[end] as number] === keys[order[start] as number]) end += 1
    if (end - start > 1) order.subarray(start, end).sort((one, other) => compareTexts(textOf(one), textOf(other)) || one - other)
    start = end
  }
  return order
}

/** Plain numbers are sorted many times as fast as by a comparison: where a key and its number fit into one, they are. */
function byKey(keys: Uint32Array): Int32Array {
  if (keys.length > MAX_PACKED)
    return Int32Array.from(keys.keys()).sort((one, other) => (keys[one] as number) - (keys[other] as number) || one - other)
  const sorted = new Float64Array(keys.length)
  for (let number = 0; number < keys.length; number++) sorted[number] = (keys[number] as number) * MAX_PACKED + number
  sorted.sort()
  const order = new Int32Array(keys.length)
  for (let at = 0; at < order.length; at++) order[at] = (sorted[at] as number) % MAX_PACKED
  return order
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
