import { plan } from '../../../src/stages/plan/plan'
import { describe, expect, it } from 'vitest'
import { baseConversion } from '../../../examples/levels/reasoning/baseConversion'
import { expectCheckViolation } from '../../support/expectCheckViolation'
import { expectBuildError } from '../../support/buildOrFail'
import { answeredRows, judgeText } from '../../examples/levels/reasoning/support/levels'

const DIGITS = '0123456789abcdef'
/** An independent third method: subtracts place values from the largest downwards. */
function converted(value: number, base: number): string {
  let [weight, rest, text] = [1, value, '']
  while (weight * base <= value) weight *= base
  for (; weight >= 1; weight /= base) {
    const digit = Math.trunc(rest / weight)
    text += DIGITS[digit]
    rest -= digit * weight
  }
  return text
}

/** Returns all conversions that satisfy a condition, in both directions. */
const all = (holds: (value: number, from: number, to: number) => boolean) => {
  const counts = { easy: 0, medium: 0, hard: 0 }
  for (let from = 2; from <= 16; from++)
    for (let to = from + 1; to <= 16; to++)
      for (let value = 0; value <= 1_000; value++) {
        if (!holds(value, from, to)) continue
        counts[from === 10 || to === 10 ? 'easy' : to < 10 ? 'medium' : 'hard'] += 1
      }
  return counts
}

describe('the oracle of base_conversion', () => {
  it('agrees with place values for every value in every pair of bases', () => {
    for (let from = 2; from <= 16; from++)
      for (let to = 2; to <= 16; to++)
        for (let value = (from * to) % 7; value <= 1_000; value += 7) {
          if (from === to) continue
          const input = `convert: ${converted(value, from)}\nfrom: base ${from}\nto: base ${to}`
          expect(judgeText(baseConversion, input), input).toBe(converted(value, to))
        }
  })

  it('confirms rows of all edges', () => {
    expect(answeredRows(baseConversion).filter(([, output]) => output === '0').length).toBeGreaterThan(50)
  })

  it.each([
    ['convert: 12\nfrom: base 3\nto: roman numerals', 'out of scope'],
    ['convert: 13\nfrom: base 3\nto: base 4', 'error: malformed input'],
    ['convert: 13\nfrom: base 3\nto: base', 'error: malformed input'],
    ['convert: 12\nfrom: base 3\nto: base 4\nends in: 2', 'contradiction detected'],
    ['convert: 12\nfrom: base 3\nto: base 4\nends in: 1', '11'],
    ['convert: 12\nfrom: base 3\nto: base', 'insufficient data'],
    ['convert: 1\nfrom: base 3\nto: base', 'not judged: any two bases give the same answer'],
    ['convert: 12\nfrom: base 3\nto: base 17', 'not judged: no base to convert to'],
  ])('judges %j as %s', (input, label) => expect(judgeText(baseConversion, input)).toBe(label))
})

describe('a capacity of base_conversion', () => {
  const { convert } = baseConversion.topics
  it('equals the number of existing rows', () => {
    expect(convert?.capacity).toEqual(all(value => value > 0))
    expect(convert?.edges?.zero?.capacity).toEqual(all(value => value === 0))
    expect(convert?.edges?.unchanged?.capacity).toEqual(all((value, from) => value > 0 && value < from))
    expect(convert?.edges?.round?.capacity).toEqual(all((value, from, to) => value > 0 && (value % from === 0 || value % to === 0)))
  })

  it('is reported if more rows are requested than exist', () => {
    const { problems } = expectBuildError(baseConversion, 1, { count: 1_000_000 })
    const most = Number(/at most (\d+) rows/.exec(problems[0]?.hint ?? '')?.[1])
    expect(plan(baseConversion, most)._tag).toBe('Right')
    expect(plan(baseConversion, most + 1)._tag).toBe('Left')
    const edges = Object.values(convert?.edges ?? {}).flatMap(({ capacity }) => Object.values(capacity ?? {}))
    expect(most).toBe(Math.floor(edges.reduce((sum, some) => sum + some, 0) / 0.2))
  })
})

describe('a generator with wrong digits in bases above ten', () => {
  it('is rejected with a numeral of one digit', () => {
    const [topic] = Object.values(baseConversion.topics)
    const wrong = {
      ...topic,
      answer: ({ value, to }: { value: number; to: number }) => (to > 10 && value > 9 ? String(value) : value.toString(to)),
    }
    const spec = { ...baseConversion, topics: { convert: wrong as never } }
    const { shrunk } = expectCheckViolation(spec, 'oracle.agrees', {
      seed: 42,
      law: 'oracle.agrees',
      category: 'valid',
      difficulty: 'hard',
    })
    expect(shrunk.input).toMatch(/^convert: .{1,4}\nfrom: base \d+\nto: base 1[1-6]$/)
  })
})
