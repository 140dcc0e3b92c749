/**
 * Lays out a quota of each kind in one sequence, as evenly as can be, so that any run of it holds about its share of
 * each: at every place the kind that is furthest behind its share comes next (ties to the first).
 *
 * Gives the index of the kind for each place; the sequence is as long as the quotas' sum.
 */
export function spread(quotas: readonly number[]): Uint8Array {
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
