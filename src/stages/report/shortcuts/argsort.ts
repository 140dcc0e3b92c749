/** Maximum number of indices that fit, with a key of 32 bits, into the 53 bits of a number. */
const MAX_PACKED = 2 ** 21

/** Returns the indices of keys (0 to 2³² - 1), sorted by key; equal keys are sorted by text, then by index. */
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

/** Sorts indices by key. Sorting plain numbers is many times as fast as with a comparator, so key and index are packed into one number if they fit. */
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
