import { fc } from 'genesis-datasets'
import { edge, mix } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { bareLevel, bareTopic } from '../../../support/bareLevel'
import { type SplitFacts, splitFacts } from './support/planFacts'
import { planOrFail } from '../../../support/planOrFail'
import { levelOf, plannedCases } from './support/plannedCases'

const SHARES = { train: 0.8, val: 0.1, test: 0.1 } as const
const WITHIN_ONE = { train: 1, val: 1, test: 1 }
/** With little more than an eighth of traps, ten percent in each split are sometimes impossible unless rows move. */
const WITHIN_FEW = { train: 4, val: 2, test: 2 }
const KEPT = ['train', 'val', 'test'] as const

function expectSplits({ rows, traps }: SplitFacts, count: number, within = WITHIN_ONE): void {
  const heldOut = traps.adversarial
  const allTraps = heldOut + traps.train + traps.val + traps.test
  expect(rows.adversarial).toBe(heldOut)
  expect(Math.abs(heldOut - allTraps / 5)).toBeLessThan(1 + 1e-6)
  for (const split of KEPT) {
    expect(Math.abs(rows[split] - (count - heldOut) * SHARES[split]), split).toBeLessThan(within[split])
    expect(traps[split] / rows[split], split).toBeGreaterThanOrEqual(0.1)
    expect(traps[split] / rows[split], split).toBeLessThanOrEqual(0.2)
  }
}

describe('a plan, divided into splits', () => {
  it('assigns 80/10/10 of the rows that are not held out, a fifth of the traps held out, and 10 to 20 % adversarial rows each', () => {
    fc.assert(
      fc.property(plannedCases(fc.integer({ min: 250, max: 3_000 })), oneCase => {
        expectSplits(
          splitFacts(planOrFail(levelOf(oneCase), oneCase.count)),
          oneCase.count,
          oneCase.category.adversarial < 0.13 ? WITHIN_FEW : WITHIN_ONE,
        )
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it.each([
    ['the default weights', { valid: 65, edge_case: 20, adversarial: 15 }],
    ['as few traps as allowed', { valid: 65, edge_case: 22.5, adversarial: 12.5 }],
    ['as many traps as allowed', { valid: 60, edge_case: 20, adversarial: 20 }],
    ['as many traps and as few valid rows as allowed', { valid: 30, edge_case: 50, adversarial: 20 }],
    ['as few traps and valid rows as allowed', { valid: 18.75, edge_case: 68.75, adversarial: 12.5 }],
    ['hardly an edge case', { valid: 84.9, edge_case: 0.1, adversarial: 15 }],
  ])('keeps these shares at every count from 250 to 600, with %s', (_, category) => {
    const zero = edge<number>({ easy: fc.constant(0), medium: fc.constant(0), hard: fc.constant(0) }, () => true)
    const spec = bareLevel({ one: bareTopic({ edges: { zero } }), other: bareTopic() }, mix(category))
    for (let count = 250; count <= 600; count++)
      expectSplits(splitFacts(planOrFail(spec, count)), count, category.adversarial < 13 ? WITHIN_FEW : WITHIN_ONE)
  })

  it('is as even as integers allow below 250 rows: no row lost, train the largest', () => {
    fc.assert(
      fc.property(plannedCases(fc.integer({ min: 1, max: 249 })), oneCase => {
        const { rows } = splitFacts(planOrFail(levelOf(oneCase), oneCase.count))
        expect(rows.train + rows.val + rows.test + rows.adversarial).toBe(oneCase.count)
        if (oneCase.count >= 10) expect(rows.train).toBeGreaterThan(rows.val + rows.test)
      }),
      { seed: 2, numRuns: 200 },
    )
  })
})
