import type { LevelSpec } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildSplitSamples, reportOn } from './support/reportOn'

describe('a report', () => {
  it('has the same figures in any order of the rows', () => {
    const level: LevelSpec<never, number> = sums as never
    const rows = buildSplitSamples(sums, 3, 500)
    expect(reportOn(level, [...rows].reverse()).figures).toEqual(reportOn(level, rows).figures)
  })
})
