/**
 * Divides a count by weights into integers, each within one of its share (Hamilton's method). Ties go to the first. At least one weight
 * must not be 0.
 */
export function largestRemainder(count: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map(weight => (count * weight) / total)
  const counts = shares.map(share => Math.floor(share + 1e-6))
  const order = shares.map((share, index) => ({ index, rest: share - (counts[index] as number) })).sort((a, b) => b.rest - a.rest)
  const left = count - counts.reduce((sum, part) => sum + part, 0)
  for (const { index } of order.slice(0, left)) counts[index] = (counts[index] as number) + 1
  return counts
}
