import { either as E } from 'fp-ts'
import { impossible, mix } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { plan } from '../../../../src/stages/plan/plan'
import { bareLevel, bareTopic, NO_TRAPS } from '../../../support/bareLevel'

const none = impossible('not in this topic')
const NONE = { out_of_scope: none, malformed: none, contradictory: none, incomplete: none, ambiguous: none }

describe('a plan', () => {
  // Only the sixty small topics have traps, 38, each with a twin in its own topic. Two rows in these topics and one in each
  // other make 98, but a small topic has 0.72 valid rows and 0.63 traps: all together have 81.
  it('is rejected if no table satisfies its margins, and names them', () => {
    const one = bareTopic({ adversarial: { ...NONE, malformed: NO_TRAPS.malformed } })
    const names = Array.from({ length: 60 }, (_, index) => `small${index}`)
    const topics = { big: bareTopic({ adversarial: NONE }), ...Object.fromEntries(names.map(name => [name, one])) }
    const spec = bareLevel(topics, mix({ valid: 84.8, edge_case: 0, adversarial: 15.2 }, { topic: { big: 235 } }))
    const found = plan(spec, 250)
    expect(E.isLeft(found) && found.left.problems).toMatchObject([
      {
        _tag: 'CannotPlan',
        path: 'mix',
        expected: expect.stringContaining('each margin within one'),
        received: expect.stringMatching(/^no such plan; the nearest one breaks (topic\.\w+|difficulty\.\w+|twins\.\w+\.\w+)(, \S+)*$/),
        hint: expect.stringContaining('another count'),
      },
    ])
  })

  it.each([
    ['mentions the capacity that moved rows', bareTopic({ capacity: { easy: 5, medium: 5, hard: 5 } }), 100, true],
    ['mentions no capacity if none is declared', bareTopic(), 50, false],
  ])('is rejected if too few rows can be traps; the hint %s', (_, topic, count, mentioned) => {
    const found = plan(bareLevel({ one: topic, two: topic, three: topic, four: bareTopic() }), count)
    const [problem] = E.isLeft(found) ? found.left.problems : []
    expect(problem).toMatchObject({ _tag: 'CannotPlan', path: 'mix.category' })
    const hint = '; a declared capacity also limits traps, because each needs a twin: ask for fewer rows or raise the capacity'
    expect(problem?.hint.endsWith(hint)).toBe(mentioned)
  })
})
