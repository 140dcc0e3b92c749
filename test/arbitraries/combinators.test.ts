import { either as E } from 'fp-ts'
import { defineLevel, fc } from 'genesis-datasets'
import { byDifficulty, decimal, edge, fromTwin, grammar, impossible, mix } from 'genesis-datasets/arbitraries'
import { answer, cannotJudge, law, malformed, refuse } from 'genesis-datasets/laws'
import { sums } from '../../examples/levels/sums'
import { describe, expect, it } from 'vitest'

describe('byDifficulty', () => {
  it('returns its parts unchanged, or the result of the mapping for each', () => {
    expect(byDifficulty({ easy: 1, medium: 2, hard: 3 })).toEqual({ easy: 1, medium: 2, hard: 3 })
    expect(byDifficulty({ easy: 1, medium: 2, hard: 3 }, part => part * 10)).toEqual({ easy: 10, medium: 20, hard: 30 })
  })
})

describe('grammar', () => {
  const point = grammar(
    /^(\d+),(\d+)$/,
    ([, x, y]) => ({ x: Number(x), y: Number(y) }),
    ({ x, y }) => `${x},${y}`,
  )

  it('parses its own output', () => {
    fc.assert(
      fc.property(fc.record({ x: fc.nat(), y: fc.nat() }, { noNullPrototype: true }), value => {
        expect(point.parse(point.print(value))).toEqual(E.right(value))
      }),
      { seed: 1 },
    )
  })

  it('accepts whole texts only', () => {
    const word = grammar(
      /[a-z]+/,
      ([text]) => text,
      text => text,
    )
    expect(E.isRight(word.parse('abc'))).toBe(true)
    for (const text of ['abc1', '1abc', 'abc\n', ''])
      expect(word.parse(text)).toEqual(E.left({ at: 0, expected: 'a text of the form [a-z]+' }))
    expect(E.isLeft(point.parse('1,2\n'))).toBe(true)
  })

  it('keeps no state between calls, whatever the flags', () => {
    for (const flags of ['g', 'y', 'gy', 'gi']) {
      const word = grammar(
        new RegExp('[a-z]+', flags),
        ([text]) => text,
        text => text,
      )
      for (let call = 0; call < 3; call++) expect(word.parse('abc')).toEqual(E.right('abc'))
    }
    expect(
      E.isRight(
        grammar(
          /[a-z]+/i,
          ([text]) => text,
          text => text,
        ).parse('ABC'),
      ),
    ).toBe(true)
  })
})

describe('decimal', () => {
  it('parses its own output, and only one spelling of each number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), value => {
        expect(decimal.parse(decimal.print(value))).toEqual(E.right(value))
      }),
      { seed: 1 },
    )
    for (const text of ['', '-1', '01', '1.0', '1e3', ' 1', '1 ', 'x', '٣']) expect(E.isLeft(decimal.parse(text))).toBe(true)
  })
})

describe('a constructor of the DSL', () => {
  it('returns a plain value of a level spec', () => {
    const zero = fc.constant(0)
    const touches = () => true
    const derive = () => undefined
    const twins = () => zero
    const check = () => 'holds' as const
    expect(edge({ easy: zero }, touches)).toEqual({ arbitraries: { easy: zero }, touches })
    expect(edge({ easy: zero }, touches, { easy: 1 })).toEqual({ arbitraries: { easy: zero }, touches, capacity: { easy: 1 } })
    expect(fromTwin(zero, derive)).toEqual({ _tag: 'FromTwin', choices: zero, derive })
    expect(fromTwin(zero, derive, twins)).toEqual({ _tag: 'FromTwin', choices: zero, derive, twins })
    expect(impossible('no such thing')).toEqual({ _tag: 'Impossible', reason: 'no such thing' })
    expect(law('a.b', check)).toEqual({ name: 'a.b', check })
    expect(mix({ valid: 1, edge_case: 0, adversarial: 2 }, { topic: { a: 1 } })).toEqual({
      category: { valid: 1, edge_case: 0, adversarial: 2 },
      topic: { a: 1 },
    })
    expect(defineLevel(sums)).toBe(sums)
  })

  it('returns a verdict of an oracle', () => {
    expect(answer(3)).toMatchObject({ _tag: 'Answer', canonical: 3 })
    const three = answer(3)
    expect(three._tag === 'Answer' && [three.equivalent(3), three.equivalent(4)]).toEqual([true, false])
    const about = answer(3, other => Math.abs(other - 3) < 1)
    expect(about._tag === 'Answer' && [about.equivalent(3.5), about.equivalent(4)]).toEqual([true, false])
    expect(refuse('incomplete')).toEqual({ _tag: 'Refuse', type: 'incomplete' })
    expect(malformed(7)).toEqual({ _tag: 'Refuse', type: 'malformed', at: 7 })
    expect(cannotJudge('dark')).toEqual({ _tag: 'CannotJudge', reason: 'dark' })
  })
})
