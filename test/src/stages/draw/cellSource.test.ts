import { fc, type LevelSpec } from 'genesis-datasets'
import { fromTwin } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { type Cell, adversarialCell, edgeCell, validCell } from '../../../../src/model/cell'
import { cellSource } from '../../../../src/stages/draw/cellSource'
import { doubles, doublesWithoutTraps } from '../../../support/doubles'
import { withEdit } from '../../../support/withEdit'

const twin = { _tag: 'Answered', question: 21, answer: 42 } as const
const trapCell = adversarialCell('double', 'malformed', 'easy')
const drawsOf = (cell: Cell, spec: LevelSpec<number, number> = doubles) =>
  fc.sample(cellSource(spec, cell).arbitrary, { numRuns: 200, seed: 1 })

describe('the source of a cell', () => {
  it('makes an answered draft from its topic or edge', () => {
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

  it('makes nothing if the twin offers no trap', () => {
    expect(cellSource(doublesWithoutTraps, trapCell).toDraft([21, '?'])).toBeUndefined()
  })

  it('draws twins as the trap requires', () => {
    const asked: string[] = []
    const twins = (topic: string, difficulty: string) => {
      asked.push(`${topic}.${difficulty}`)
      return fc.constant(21)
    }
    const narrow = withEdit(
      doubles,
      'adversarial.malformed',
      fromTwin(fc.constant('?'), () => undefined, twins as never),
    ) as typeof doubles
    expect(new Set((drawsOf(trapCell, narrow) as [number, string][]).map(([question]) => question))).toEqual(new Set([21]))
    expect(asked).toContain('double.easy')
  })
})
