import { type MutationReport, renderMutation } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'

const survivor = {
  mutation: 'smallEdit',
  id: 'sums_000007',
  input: 'sum: 1 + 23\nends in: 4',
  expected_output: '24',
  mutant: '2\n5',
} as const
const counts = { mutants: 0, killed: 0, equivalent: 0 }
const report: MutationReport = {
  level: 'sums',
  seed: '42',
  rejectedRows: 0,
  mutants: 12,
  killed: 9,
  equivalent: 2,
  killRate: 0.9,
  survivors: [survivor],
  byMutation: {
    anotherAnswer: { mutants: 7, killed: 5, equivalent: 2 },
    smallEdit: { mutants: 5, killed: 4, equivalent: 0 },
    refusalForAnswer: counts,
    anotherRefusal: counts,
    twinsAnswer: counts,
    answerForRefusal: counts,
  },
}
const SUMMARY = 'sums: 90.00 % of wrong labels rejected (9 of 10; 2 more are equivalent to the label), seed 42'

describe('renderMutation', () => {
  it('prints the kill rate, in total and by kind, and the survivors with their wrong labels', () => {
    expect(renderMutation(report)).toBe(`${SUMMARY}
  anotherAnswer: 5 of 5 rejected, 2 equivalent
  smallEdit: 4 of 5 rejected, 0 equivalent
  refusalForAnswer: 0 of 0 rejected, 0 equivalent
  anotherRefusal: 0 of 0 rejected, 0 equivalent
  twinsAnswer: 0 of 0 rejected, 0 equivalent
  answerForRefusal: 0 of 0 rejected, 0 equivalent
  survived: smallEdit of sums_000007
    sum: 1 + 23
    ends in: 4
    → 24
    ≠ 2
    ≠ 5`)
  })

  it('gives the number of rows that are rejected with their original label', () => {
    expect(
      renderMutation({ ...report, rejectedRows: 3 })
        .split('\n')
        .slice(0, 2),
    ).toEqual([SUMMARY, '  3 rows are rejected with their original label, so their mutants do not count'])
  })

  it.each([
    [10, 10, undefined],
    [11, 10, '  and 1 more'],
    [2_000, 10, '  and 1990 more'],
  ])('prints, of %i survivors, %i', (length, shown, last) => {
    const lines = renderMutation({ ...report, survivors: Array.from({ length }, () => survivor) }).split('\n')
    expect(lines.filter(line => line.startsWith('  survived'))).toHaveLength(shown)
    expect(lines.find(line => line.startsWith('  and '))).toBe(last)
  })
})
