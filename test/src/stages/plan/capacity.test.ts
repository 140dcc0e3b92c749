import { either as E } from 'fp-ts'
import { fc, type LevelSpec } from 'genesis-datasets'
import { byDifficulty, decimal, edge, impossible, mix } from 'genesis-datasets/arbitraries'
import { answer, malformed } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../../src/stages/plan/plan'
import { bareLevel, bareTopic } from '../../../support/bareLevel'
import { buildOrFail, expectBuildError } from '../../../support/buildOrFail'
import { cellDeviation, rowsOf } from './support/planFacts'
import { planOrFail } from '../../../support/planOrFail'

const nothing = fc.constant(0)
const even = byDifficulty({ easy: nothing, medium: nothing, hard: nothing })
const rowsIn = (cells: ReturnType<typeof planOrFail>['cells'], name: string): number =>
  cells.filter(({ cell }) => cell.name.startsWith(name)).reduce((sum, { rows }) => sum + rows, 0)

/** Makes a level of numbers below a limit, each its own answer; traps are numbers with a letter. */
function numbers(below: number, capacity?: number): LevelSpec<number, number> {
  const some = (from: number) => fc.integer({ min: from, max: from + below - 1 })
  const none = impossible('only letters break a number')
  const topic = (from: number) => ({
    ...bareTopic({ questions: byDifficulty({ easy: some(from), medium: some(from + 1_000), hard: some(from + 2_000) }) }),
    ...(capacity === undefined ? {} : { capacity: { easy: capacity, medium: capacity, hard: capacity } }),
  })
  return {
    ...bareLevel({
      few: topic(0),
      many: bareTopic({
        questions: byDifficulty({ easy: 10_000, medium: 20_000, hard: 30_000 }, from => fc.integer({ min: from, max: from + 9_999 })),
      }),
    }),
    question: decimal,
    adversarial: {
      out_of_scope: none,
      malformed: {
        _tag: 'FromTwin',
        choices: fc.nat(9_999),
        derive: (twin: { question: number }, choice: number) => ({
          input: `${twin.question}x${choice}`,
          witness: { at: String(twin.question).length },
        }),
      },
      contradictory: none,
      incomplete: none,
      ambiguous: none,
    },
    oracle: inputs => inputs.map(input => (/^\d+$/.test(input) ? answer(Number(input)) : malformed(input.indexOf('x')))),
    mix: mix({ valid: 85, edge_case: 0, adversarial: 15 }),
    surface: { declaredCues: [{ type: 'malformed', pattern: /x\d+$/g, reason: 'a letter is no digit' }] },
  }
}

describe('a cell with too few distinct samples', () => {
  it('yields an error with the number of samples found', () => {
    const { problems } = expectBuildError(numbers(20), 42, { count: 500, maxAttempts: 2_000 })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      _tag: 'CellExhausted',
      path: expect.stringMatching(/^(valid|adversarial)\.few\./),
      received: 'none in 2000 attempts',
      hint: expect.stringContaining('declare its capacity (a field of the topic, or the third argument of edge) so that the plan moves'),
    })
    const found = Number(/from the (\d+) rows of this cell/.exec(problems[0]?.expected ?? '')?.[1])
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThanOrEqual(20)
  })

  it('builds if a declared capacity moves the surplus, which the report shows', () => {
    const { report } = buildOrFail(numbers(60, 20), 42, { count: 500 })
    expect(report.count).toBe(500)
    expect(report.capacityAdjustments.map(({ cell }) => cell)).toEqual(
      expect.arrayContaining(['valid.few.easy', 'valid.few.medium', 'valid.few.hard']),
    )
    for (const { cell, plannedRows: share, capacity } of report.capacityAdjustments)
      if (cell.startsWith('valid')) expect([capacity, share > 20]).toEqual([20, true])
    expect(report.checks.filter(({ outcome }) => outcome === 'violated')).toEqual([])
  })
})

describe('a capacity', () => {
  it('is never exceeded, whatever it is, and no row is lost', () => {
    const capacity = fc.record({ easy: fc.nat(300), medium: fc.nat(300), hard: fc.nat(300) }, { requiredKeys: [] })
    fc.assert(
      fc.property(
        fc.integer({ min: 250, max: 2_000 }),
        fc.array(capacity, { minLength: 1, maxLength: 4 }),
        capacity,
        (count, topics, edges) => {
          const roomy = bareTopic({ edges: { zero: edge(even, () => true), one: edge(even, () => true, edges) } })
          const spec = bareLevel({
            roomy,
            ...Object.fromEntries(topics.map((one, index) => [`tight${index}`, bareTopic({ capacity: one })])),
          })
          const { cells, capacityAdjustments: moved } = planOrFail(spec, count)
          expect(rowsOf({ cells } as never)).toBe(count)
          expect(cellDeviation({ cells } as never)).toBeLessThanOrEqual(1)
          for (const [index, one] of topics.entries()) {
            for (const [difficulty, most] of Object.entries(one))
              expect(rowsIn(cells, `valid.tight${index}.${difficulty}`)).toBeLessThanOrEqual(most)
          }
          for (const [difficulty, most] of Object.entries(edges))
            expect(rowsIn(cells, `edge_case.roomy.one.${difficulty}`)).toBeLessThanOrEqual(most)
          for (const { plannedRows: share, capacity: most } of moved) expect(share).toBeGreaterThan(most)
        },
      ),
      { seed: 1, numRuns: 150 },
    )
  })

  it('moves rows within their difficulty as far as there is room', () => {
    const spec = bareLevel(
      { tight: bareTopic({ capacity: { hard: 5 } }), roomy: bareTopic() },
      mix({ valid: 85, edge_case: 0, adversarial: 15 }),
    )
    const { cells, capacityAdjustments: moved } = planOrFail(spec, 600)
    expect(rowsIn(cells, 'valid.tight.hard')).toBeLessThanOrEqual(5)
    for (const difficulty of ['easy', 'medium', 'hard']) {
      const rows = cells
        .filter(({ cell }) => cell.category === 'valid' && cell.difficulty === difficulty)
        .reduce((sum, one) => sum + one.rows, 0)
      expect(rows).toBe(170)
    }
    expect(moved.map(({ cell }) => cell)).toContain('valid.tight.hard')
  })

  it('yields an error before anything is drawn if it cannot hold a category', () => {
    const full = { easy: 10, medium: 10, hard: 10 }
    const spec = bareLevel({
      tight: bareTopic({ capacity: full, edges: { zero: edge(even, () => true, { easy: 1, medium: 1, hard: 1 }) } }),
    })
    const found = plan(spec, 1_000)
    expect(E.isLeft(found) && found.left.problems).toMatchObject([
      {
        _tag: 'CannotPlan',
        path: 'mix.category.valid',
        expected: 'a capacity of 650 distinct rows',
        received: expect.stringContaining('a declared capacity of 30'),
      },
      {
        _tag: 'CannotPlan',
        path: 'mix.category.edge_case',
        expected: 'a capacity of 200 distinct rows',
        received: expect.stringContaining('a declared capacity of 3'),
      },
    ])
    expect(expectBuildError(spec, 1, { count: 1_000 }).problems).toHaveLength(2)
  })

  it('limits the plan: exactly that many rows can be planned', () => {
    const edges = { zero: edge<number>(even, () => true, { easy: 2, medium: 2, hard: 3 }) }
    const spec = bareLevel({ tight: bareTopic({ capacity: { easy: 40, medium: 40, hard: 40 }, edges }) })
    const found = plan(spec, 1_000)
    expect(E.isLeft(found) && found.left.problems.map(({ hint }) => /at most (\d+) rows/.exec(hint)?.[1])).toEqual(['35', '35'])
    expect(E.isRight(plan(spec, 35))).toBe(true)
    expect(E.isLeft(plan(spec, 36))).toBe(true)
  })
})
