/** How many rows of an earlier run are made again before the others are believed. */
const LOOKS = 64

/** Some 64 (or as many as are told) of many rows, evenly spread over them. */
export function evenlySpread<T>(rows: Iterable<T>, count: number, looks = LOOKS): readonly T[] {
  const every = Math.max(1, Math.floor(count / looks))
  const looked: T[] = []
  let index = 0
  for (const row of rows) if (index++ % every === 0) looked.push(row)
  return looked
}
