import { fc, type LevelSpec } from 'genesis-datasets'
import { fromTwin } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { type Cell, adversarialCell, edgeCell, validCell } from '../../src/model/cell'
import { cellSource } from '../../src/stages/draw/cellSource'
import { cellDraws } from '../../src/stages/draw/draw'
import { drawAddress } from '../../src/stages/draw/token'
import { doubles } from '../check/support/doubles'
import { edited } from './support/edited'

const twin = { _tag: 'Answered', question: 21, answer: 42 } as const
const trapCell = adversarialCell('double', 'malformed', 'easy')
const drawsOf = (cell: Cell, spec: LevelSpec<number, number> = doubles) =>
  fc.sample(cellSource(spec, cell).arbitrary, { numRuns: 200, seed: 1 })

describe('the source of a cell', () => {
  it('makes an answered draft of what its topic, or its edge, draws', () => {
    for (const cell of [validCell('double', 'hard'), edgeCell('double', 'round', 'easy')])
      expect(cellSource(doubles, cell).toDraft(21)).toEqual(twin)
    expect(drawsOf(edgeCell('double', 'round', 'easy')).every(drawn => (drawn as number) % 10 === 0)).toBe(true)
    expect(drawsOf(validCell('double', 'easy')).every(drawn => (drawn as number) % 10 === 0)).toBe(false)
  })

  it('makes a trap of a twin and a choice', () => {
    expect(cellSource(doubles, trapCell).toDraft([21, '?'])).toEqual({
      _tag: 'Refused',
      twin,
      trap: { type: 'malformed', input: 'double: ?21', witness: { at: 8 } },
    })
    const drawn = drawsOf(trapCell) as [number, string][]
    expect(new Set(drawn.map(([, sign]) => sign))).toEqual(new Set(['?', '-']))
  })

  it('makes nothing where the twin offers no trap', () => {
    const never = edited(
      doubles,
      'adversarial.malformed',
      fromTwin(fc.constant('?'), () => undefined),
    ) as typeof doubles
    expect(cellSource(never, trapCell).toDraft([21, '?'])).toBeUndefined()
  })

  it('draws twins as the trap asks for them', () => {
    const asked: string[] = []
    const twins = (topic: string, difficulty: string) => {
      asked.push(`${topic}.${difficulty}`)
      return fc.constant(21)
    }
    const narrow = edited(
      doubles,
      'adversarial.malformed',
      fromTwin(fc.constant('?'), () => undefined, twins as never),
    ) as typeof doubles
    expect(new Set((drawsOf(trapCell, narrow) as [number, string][]).map(([question]) => question))).toEqual(new Set([21]))
    expect(asked).toContain('double.easy')
  })
})

describe('the draws of a cell', () => {
  const cell = validCell('double', 'easy')
  const [unbiased, biased] = [cellDraws(doubles, 42, cell), cellDraws(doubles, 42, cell, true)]
  const valuesOf = (draws: typeof unbiased, count: number) =>
    Array.from({ length: count }, (_, k) => draws.value({ k, attempt: 0 }).value as number)

  it('say in their tokens whether they are biased', () => {
    expect(unbiased.token({ k: 3, attempt: 1 }).split('~').slice(4, 9)).toEqual(['valid.double.easy', '3', '1', 'u', ''])
    expect(
      biased
        .token({ k: 3, attempt: 1 }, { path: [2] })
        .split('~')
        .slice(4, 9),
    ).toEqual(['valid.double.easy', '3', '1', 'b', '2'])
    expect(drawAddress('a~b~c')).toBe('a~b')
  })

  it('with a bias are other draws, with small numbers far more often, the later the less', () => {
    const values = valuesOf(biased, 2_000)
    expect(values).not.toEqual(valuesOf(unbiased, 2_000))
    const small = (from: number, to: number): number => values.slice(from, to).filter(value => value < 100).length / (to - from)
    expect(small(9, 99)).toBeGreaterThan(0.08)
    expect(small(99, 999)).toBeGreaterThan(small(999, 2_000))
    expect(valuesOf(unbiased, 2_000).filter(value => value < 100).length).toBeLessThan(20)
  })
})
