import { either as E } from 'fp-ts'
import { fc, type LevelSpec, SPLITS, type Split } from 'genesis-datasets'
import { edge, mix } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { plan, type Unit } from '../../../../src/stages/plan/plan'
import { bareLevel, bareTopic } from '../../../support/bareLevel'
import { planOrFail } from '../../../support/planOrFail'

const nothing = fc.constant(0)
const zero = edge<number>({ easy: nothing, medium: nothing, hard: nothing }, () => true)
const DEFAULT = mix({ valid: 65, edge_case: 20, adversarial: 15 })
const small = bareLevel({ one: bareTopic({ edges: { zero } }), two: bareTopic() }, DEFAULT)

const unitsOf = (spec: LevelSpec<number, number>, count: number): readonly Unit[] => {
  const { unitCount, unitAt } = planOrFail(spec, count)
  return Array.from({ length: unitCount }, (_, place) => unitAt(place))
}
const splitsOf = (units: readonly Unit[]): Readonly<Record<Split, number>> =>
  Object.fromEntries(SPLITS.map(split => [split, units.filter(unit => unit.split === split).length])) as Record<Split, number>

describe('a plan with its units', () => {
  // 1,000 rows: 650 valid, 200 edge cases, 150 traps, each with a twin out of the valid rows.
  const of = (category: string): readonly Unit[] => unitsOf(small, 1_000).filter(({ cell }) => cell.category === category)

  it('lists units in the order of their categories', () => {
    const units = unitsOf(small, 1_000)
    expect([units.length, of('valid').length, of('edge_case').length, of('adversarial').length]).toEqual([850, 500, 200, 150])
    expect(units).toEqual([...of('valid'), ...of('edge_case'), ...of('adversarial')])
  })

  it('fills the splits kind by kind, as computed by hand', () => {
    expect(splitsOf(of('valid'))).toEqual({ train: 424, val: 53, test: 23, adversarial: 0 })
    expect(splitsOf(of('edge_case'))).toEqual({ train: 160, val: 20, test: 20, adversarial: 0 })
    expect(splitsOf(of('adversarial'))).toEqual({ train: 96, val: 12, test: 12, adversarial: 30 })
  })

  it('distributes the units of every cell over the splits', () => {
    for (const category of ['valid', 'edge_case'] as const) {
      for (const name of new Set(of(category).map(({ cell }) => cell.name))) {
        const inCell = of(category).filter(({ cell }) => cell.name === name)
        const quota = splitsOf(of(category))
        for (const split of SPLITS)
          expect(Math.abs(splitsOf(inCell)[split] - (inCell.length * quota[split]) / of(category).length)).toBeLessThan(2)
      }
    }
  })

  it('numbers the units of a cell from 0 and skips empty cells', () => {
    const few = unitsOf(small, 20)
    const next = new Map<string, number>()
    for (const { cell, slot } of few) {
      expect(slot).toBe(next.get(cell.name) ?? 0)
      next.set(cell.name, slot + 1)
    }
    const { cells } = planOrFail(small, 20)
    expect(cells.some(({ rows }) => rows === 0)).toBe(true)
    for (const { cell, rows } of cells) if (cell.category !== 'valid') expect(next.get(cell.name) ?? 0).toBe(rows)
  })
})

describe('the plan of a small level', () => {
  // Shares of 13, 4 and 3 rows; they are whole, so no other counts are possible.
  it('has the rows of its categories exactly if their shares are integers', () => {
    const { cells, brokenMargins: missed, capacityAdjustments: moved, count } = planOrFail(small, 20)
    const rows = (category: string) => cells.filter(({ cell }) => cell.category === category).reduce((sum, one) => sum + one.rows, 0)
    expect([rows('valid'), rows('edge_case'), rows('adversarial')]).toEqual([13, 4, 3])
    expect([missed, moved, count]).toEqual([[], [], 20])
  })

  it('lists the adjustments caused by capacities and missing twins', () => {
    const topics = { tight: bareTopic({ capacity: { easy: 5 } }), roomy: bareTopic() }
    const { capacityAdjustments: moved } = planOrFail(bareLevel(topics, mix({ valid: 85, edge_case: 0, adversarial: 15 })), 600)
    // 510 valid rows: 85 per topic and difficulty. 90 traps: 15 per topic and difficulty, but at most 4.5 twins of 5 rows.
    expect(moved).toEqual([
      { cell: 'valid.tight.easy', plannedRows: expect.closeTo(85), capacity: 5 },
      { cell: 'adversarial.tight.easy', plannedRows: expect.closeTo(15), capacity: 4.5 },
    ])
  })

  const problemsOf = (spec: LevelSpec<number, number>, count: number) => {
    const found = plan(spec, count)
    return E.isLeft(found) ? found.left.problems : []
  }

  it('is rejected if the splits cannot hold a tenth of traps', () => {
    const spec = bareLevel({ one: bareTopic() }, mix({ valid: 95, edge_case: 0, adversarial: 5 }))
    expect(problemsOf(spec, 300)).toEqual([
      {
        _tag: 'CannotPlan',
        path: 'mix.category',
        expected: expect.stringContaining('10 to 20 % adversarial rows'),
        received: '300 rows, which cannot be divided that way',
        hint: expect.stringContaining('fewer than 250 rows'),
      },
    ])
    expect(problemsOf(spec, 249)).toEqual([])
  })

  it('is rejected if there are fewer valid rows than traps', () => {
    const spec = bareLevel({ one: bareTopic({ edges: { zero } }) }, mix({ valid: 14, edge_case: 71, adversarial: 15 }))
    expect(problemsOf(spec, 1_000)).toMatchObject([{ path: 'mix.category' }])
  })
})
