import { fc, type Mix, type Topic } from 'genesis-datasets'
import { edge, impossible, mix } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { trapGeneratorOf, cellShares } from '../../../../src/stages/plan/cellShares'
import { bareLevel, bareTopic, NO_TRAPS } from '../../../support/bareLevel'

const nothing = fc.constant(0)
const zero = (...difficulties: readonly ('easy' | 'medium' | 'hard')[]) =>
  edge<number>(Object.fromEntries(difficulties.map(name => [name, nothing])), () => true)
const none = impossible('not in this topic')

type Topics = Readonly<Record<string, Topic<number, number>>>
/** Returns the percentages, to a millionth, of the cells whose name starts with `opening`. */
function percents(topics: Topics, weights: Mix | undefined, opening: string): Readonly<Record<string, number>> {
  const found = cellShares(bareLevel(topics, weights)).filter(({ cell }) => cell.name.startsWith(opening))
  return Object.fromEntries(found.map(({ cell, share }) => [cell.name, Math.round(share * 1e8) / 1e6]))
}
const total = (shares: Readonly<Record<string, number>>): number =>
  Math.round(Object.values(shares).reduce((sum, share) => sum + share, 0) * 1e3) / 1e3

describe('cellShares', () => {
  const even: Topics = { one: bareTopic({ edges: { zero: zero('easy', 'medium', 'hard') } }), two: bareTopic() }

  it('divides 65 % valid, 20 % edge cases and 15 % traps evenly by default', () => {
    expect(percents(even, undefined, 'valid.one')).toEqual({
      'valid.one.easy': 10.833333,
      'valid.one.medium': 10.833333,
      'valid.one.hard': 10.833333,
    })
    expect(percents(even, undefined, 'edge_case')).toEqual({
      'edge_case.one.zero.easy': 6.666667,
      'edge_case.one.zero.medium': 6.666667,
      'edge_case.one.zero.hard': 6.666667,
    })
    expect(percents(even, undefined, 'adversarial.two.malformed')).toEqual({
      'adversarial.two.malformed.easy': 0.5,
      'adversarial.two.malformed.medium': 0.5,
      'adversarial.two.malformed.hard': 0.5,
    })
    expect(['valid', 'edge_case', 'adversarial', ''].map(name => total(percents(even, undefined, name)))).toEqual([65, 20, 15, 100])
    expect(cellShares(bareLevel(even))).toHaveLength(6 + 3 + 30)
  })

  it('follows the weights of the mix at every level of the division', () => {
    const weights = mix(
      { valid: 6, edge_case: 2, adversarial: 2 },
      { difficulty: { easy: 1, medium: 2, hard: 2 }, topic: { two: 3 }, adversarial: { malformed: 4 } },
    )
    expect(percents(even, weights, 'valid')).toEqual({
      'valid.one.easy': 3,
      'valid.one.medium': 6,
      'valid.one.hard': 6,
      'valid.two.easy': 9,
      'valid.two.medium': 18,
      'valid.two.hard': 18,
    })
    expect(percents(even, weights, 'edge_case')).toEqual({
      'edge_case.one.zero.easy': 4,
      'edge_case.one.zero.medium': 8,
      'edge_case.one.zero.hard': 8,
    })
    // Malformed is 4 of 8 parts of 20 %; topic one has a quarter of them, easy a fifth of these.
    expect(percents(even, weights, 'adversarial.one.malformed')).toMatchObject({ 'adversarial.one.malformed.easy': 0.5 })
    expect(percents(even, weights, 'adversarial.two.incomplete')).toMatchObject({ 'adversarial.two.incomplete.hard': 0.75 })
  })

  it('assigns edge cases only to existing edges, by difficulty, then topic, then edge', () => {
    const topics: Topics = {
      one: bareTopic({ edges: { zero: zero('medium', 'hard'), one: zero('hard') } }),
      two: bareTopic({ edges: { zero: zero('hard') } }),
      three: bareTopic(),
    }
    expect(percents(topics, undefined, 'edge_case')).toEqual({
      'edge_case.one.zero.medium': 10,
      'edge_case.one.zero.hard': 2.5,
      'edge_case.one.one.hard': 2.5,
      'edge_case.two.zero.hard': 5,
    })
    const uneven = mix({ valid: 65, edge_case: 20, adversarial: 15 }, { difficulty: { easy: 5, medium: 1, hard: 3 } })
    expect(percents(topics, uneven, 'edge_case.one.zero')).toEqual({ 'edge_case.one.zero.medium': 5, 'edge_case.one.zero.hard': 3.75 })
  })

  it('assigns a type to the topics that offer it, and nothing if no topic does', () => {
    const topics: Topics = {
      one: bareTopic({ adversarial: { malformed: none, ambiguous: none } }),
      two: bareTopic({ adversarial: { ambiguous: none } }),
    }
    const weights = mix({ valid: 85, edge_case: 0, adversarial: 15 })
    expect(percents(topics, weights, 'adversarial.one.malformed')).toEqual({})
    expect(percents(topics, weights, 'adversarial.two.malformed')).toMatchObject({ 'adversarial.two.malformed.easy': 1.25 })
    expect(percents(topics, weights, 'adversarial.one.incomplete')).toMatchObject({ 'adversarial.one.incomplete.easy': 0.625 })
    expect(Object.keys(percents(topics, weights, 'adversarial')).filter(name => name.includes('ambiguous'))).toEqual([])
    expect(total(percents(topics, weights, 'adversarial'))).toBe(15)
  })

  it('carries the capacities of topics and edges, and none for traps', () => {
    const topics: Topics = {
      one: bareTopic({ capacity: { easy: 5 }, edges: { zero: edge<number>({ easy: nothing, hard: nothing }, () => true, { hard: 7 }) } }),
    }
    const capacities = Object.fromEntries(cellShares(bareLevel(topics)).map(({ cell, capacity }) => [cell.name, capacity]))
    expect(capacities).toMatchObject({
      'valid.one.easy': 5,
      'valid.one.medium': Number.POSITIVE_INFINITY,
      'edge_case.one.zero.easy': Number.POSITIVE_INFINITY,
      'edge_case.one.zero.hard': 7,
      'adversarial.one.malformed.easy': Number.POSITIVE_INFINITY,
    })
  })
})

describe('trapGeneratorOf', () => {
  it('is the topic’s own, or else the level’s', () => {
    const spec = bareLevel({ one: bareTopic({ adversarial: { malformed: none } }), two: bareTopic() })
    expect(trapGeneratorOf(spec, 'one', 'malformed')).toBe(none)
    expect(trapGeneratorOf(spec, 'one', 'incomplete')).toBe(NO_TRAPS.incomplete)
    expect(trapGeneratorOf(spec, 'two', 'malformed')).toBe(NO_TRAPS.malformed)
  })
})
