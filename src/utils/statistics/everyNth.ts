/** Number of rows of a previous run that are drawn again before the others are trusted. */
const DEFAULT_SAMPLES = 64

/** Returns about `samples` (64 by default) of `count` rows, at equal distances. */
export function everyNth<T>(rows: Iterable<T>, count: number, samples = DEFAULT_SAMPLES): readonly T[] {
  const every = Math.max(1, Math.floor(count / samples))
  const sampled: T[] = []
  let index = 0
  for (const row of rows) if (index++ % every === 0) sampled.push(row)
  return sampled
}
