/**
 * Spreads a quota of each kind evenly over one sequence, so that any run contains about its share of each kind. Each place gets the kind
 * that is furthest behind its share (ties go to the first).
 *
 * Returns the index of the kind at each place; the length is the sum of the quotas.
 */
export function distributeEvenly(quotas: readonly number[]): Uint8Array {
  const length = quotas.reduce((sum, quota) => sum + quota, 0)
  const given = quotas.map(() => 0)
  const sequence = new Uint8Array(length)
  for (let place = 0; place < length; place++) {
    let next = 0
    let furthest = Number.NEGATIVE_INFINITY
    for (let kind = 0; kind < quotas.length; kind++) {
      const quota = quotas[kind] as number
      const behind = (quota * (place + 1)) / length - (given[kind] as number)
      if ((given[kind] as number) < quota && behind > furthest) {
        furthest = behind
        next = kind
      }
    }
    given[next] = (given[next] as number) + 1
    sequence[place] = next
  }
  return sequence
}
