import { grade, type Sample } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildOrFail } from '../../support/buildOrFail'

describe('the own answer of a row', () => {
  it('is right for 10,000 of 10,000 rows after a round trip through a file, and another row’s answer is not', () => {
    const rows = buildOrFail(sums, 42, { count: 10_000 }).samples.map(row => JSON.parse(JSON.stringify(row)) as Sample)
    expect(rows.filter(row => grade(sums, row, row.expected_output) === 'right')).toHaveLength(10_000)
    const mistaken = rows.filter((row, index) => {
      const { expected_output } = rows.at(index - 1) as Sample
      return grade(sums, row, expected_output) === 'right' && row.expected_output !== expected_output
    })
    expect(mistaken).toEqual([])
  })
})
