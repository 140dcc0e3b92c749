import { CATEGORIES, fc, type Topic } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { bareLevel, bareTopic } from '../../../support/bareLevel'
import { cellDeviation, marginDeviation, topicsWithoutTwins, rowsOf, splitFacts } from './support/planFacts'
import { planOrFail } from '../../../support/planOrFail'
import { levelOf, type PlannedCase, plannedCases } from './support/plannedCases'

const small = fc.integer({ min: 1, max: 249 })
const large = fc.oneof(fc.integer({ min: 250, max: 600 }), fc.integer({ min: 250, max: 20_000 }))
const any = fc.oneof(small, large)
const planOf = (oneCase: PlannedCase) => planOrFail(levelOf(oneCase), oneCase.count)

describe('plan', () => {
  it('keeps every cell and every margin within one row of its share from 25 rows on', () => {
    fc.assert(
      fc.property(plannedCases(fc.oneof(fc.integer({ min: 25, max: 249 }), large)), oneCase => {
        const plan = planOf(oneCase)
        expect(plan.brokenMargins).toEqual([])
        expect(cellDeviation(plan)).toBeLessThanOrEqual(1)
        expect(marginDeviation(plan)).toBeLessThanOrEqual(1)
      }),
      { seed: 1, numRuns: 250 },
    )
  })

  it('keeps every cell within one row of its share at any count', () => {
    fc.assert(
      fc.property(plannedCases(fc.oneof(fc.integer({ min: 1, max: 24 }), small)), oneCase => {
        expect(cellDeviation(planOf(oneCase))).toBeLessThanOrEqual(1)
      }),
      { seed: 2, numRuns: 120 },
    )
  })

  // Of 7 rows, one at least is a trap (its share is 1.05), and its twin is a second row of a topic whose share is 0.875.
  it('violates a margin only if that is unavoidable: eight equal topics at 7 rows', () => {
    const category = { valid: 65, edge_case: 20, adversarial: 15 }
    const topics = Array.from({ length: 8 }, () => ({ edges: [['easy' as const]], impossible: [], weight: 1 }))
    const plans = Array.from({ length: 60 }, (_, index) => {
      const oneCase: PlannedCase = { count: index + 1, topics, evenTopics: true, category, difficulty: undefined, adversarial: undefined }
      return planOf(oneCase)
    })
    const off = plans.filter(plan => marginDeviation(plan) > 1)
    expect(off.map(plan => rowsOf(plan))).toEqual([7])
    expect(off.every(({ brokenMargins: missed }) => missed.some(name => name.startsWith('topic.')))).toBe(true)
  })

  it('plans exactly the requested rows, with each category within one row of its share', () => {
    fc.assert(
      fc.property(plannedCases(any), oneCase => {
        const plan = planOf(oneCase)
        expect(rowsOf(plan)).toBe(oneCase.count)
        for (const category of CATEGORIES) {
          expect(Math.abs(rowsOf(plan, category) - oneCase.count * oneCase.category[category])).toBeLessThan(1 + 1e-6)
        }
      }),
      { seed: 3, numRuns: 120 },
    )
  })

  it('has a valid row as a twin for every trap, in its topic and difficulty', () => {
    fc.assert(
      fc.property(plannedCases(any), oneCase => {
        expect(topicsWithoutTwins(planOf(oneCase))).toEqual([])
      }),
      { seed: 4, numRuns: 120 },
    )
  })

  it('gives each cell its planned units, with twins counted in their own cells', () => {
    fc.assert(
      fc.property(plannedCases(any), oneCase => {
        const plan = planOf(oneCase)
        const rows = plan.cells.filter(one => one.rows > 0).map(({ cell, rows: count }) => [cell.name, count] as const)
        expect(splitFacts(plan).byCell).toEqual(new Map(rows))
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  it('accepts any name for a topic, including names of Object.prototype', () => {
    const category = { valid: 85, edge_case: 0, adversarial: 15 }
    const spec = bareLevel(
      { constructor: bareTopic(), toString: bareTopic(), other: bareTopic() } as Record<string, Topic<number, number>>,
      {
        category,
        topic: { other: 2 },
      },
    )
    const rows = (topic: string): number =>
      planOrFail(spec, 400).cells.reduce((sum, one) => (one.cell.topic === topic ? sum + one.rows : sum), 0)
    expect(['constructor', 'toString', 'other'].map(rows)).toEqual([100, 100, 200])
  })

  it('numbers the units of a cell from 0 without gaps', () => {
    fc.assert(
      fc.property(plannedCases(small), oneCase => {
        const plan = planOf(oneCase)
        const next = new Map<string, number>()
        for (let place = 0; place < plan.unitCount; place++) {
          const { cell, slot } = plan.unitAt(place)
          expect(slot).toBe(next.get(cell.name) ?? 0)
          next.set(cell.name, slot + 1)
        }
      }),
      { seed: 6, numRuns: 40 },
    )
  })
})
