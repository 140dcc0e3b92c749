import { either as E } from 'fp-ts'
import { defineLevel, fc, type Verdict } from 'genesis-datasets'
import { byDifficulty, edge, fromTwin, grammar, impossible, mix } from 'genesis-datasets/arbitraries'
import { answer, malformed, refuse } from 'genesis-datasets/laws'

/** A date whose day and month may be in either order. */
export interface NumericDate {
  readonly first: number
  readonly second: number
  readonly order: 'day first' | 'month first'
}

const text = ({ first, second, order }: NumericDate): string => `${first}/${second}, ${order}`
const GRAMMAR = /^(\d+)\/(\d+), (day first|month first)$/
const days = fc.integer({ min: 1, max: 28 })
const dates: fc.Arbitrary<NumericDate> = fc.tuple(days, fc.integer({ min: 1, max: 12 })).map(([first, second]) => {
  return { first, second, order: 'day first' }
})
const ends: fc.Arbitrary<NumericDate> = days.map(second => ({ first: 12, second, order: 'month first' }))
const nameOf = ({ first, second, order }: NumericDate): string =>
  order === 'day first' ? `day ${first} of ${second}` : `day ${second} of ${first}`
const same = <T>(part: T) => byDifficulty({ easy: part, medium: part, hard: part })
const none = impossible('a date is only ever ambiguous')

/** A small level with ambiguous traps: dates without the order of day and month, if both readings are dates. */
export const datesLevel = defineLevel<NumericDate, string>({
  name: 'dates',
  version: '1.0.0',
  verificationMethod: 'test',
  question: grammar(GRAMMAR, read, text),
  answer: { print: name => name, parse: E.right },
  topics: { day: { questions: same(dates), answer: nameOf, edges: { december: edge(same(ends), ({ first }) => first === 12) } } },
  adversarial: {
    out_of_scope: none,
    malformed: none,
    contradictory: none,
    incomplete: none,
    ambiguous: fromTwin(fc.constant(0), ({ question: { first, second } }) => {
      if (first > 12 || first === second) return undefined
      return { input: `${first}/${second}`, witness: { readings: [`${first}/${second}, day first`, `${first}/${second}, month first`] } }
    }),
  },
  oracle: inputs => inputs.map(judge),
  verifiedBy: ['two branches 1.0.0'],
  laws: [],
  measureDifficulty: ({ first }) => first,
  canonicalForm: nameOf,
  mix: mix({ valid: 80, edge_case: 5, adversarial: 15 }),
})

function read([, first, second, order]: readonly string[]): NumericDate {
  return { first: Number(first), second: Number(second), order: order === 'day first' ? order : 'month first' }
}

function judge(input: string): Verdict<string> {
  if (/^\d+\/\d+$/.test(input)) return refuse('ambiguous')
  const match = GRAMMAR.exec(input)
  if (match === null) return malformed(0)
  return answer(match[3] === 'day first' ? `day ${match[1]} of ${match[2]}` : `day ${match[2]} of ${match[1]}`)
}
