import { defineLevel, type Difficulty, fc, type Verdict } from 'genesis-datasets'
import { byDifficulty, decimal, edge, fromTwin, grammar, impossible } from 'genesis-datasets/arbitraries'
import { answer, malformed, refuse } from 'genesis-datasets/laws'

/** Question of the level. Half of the sums state their last digit, so a statement alone does not reveal a contradiction. */
type Sum = { terms: number[]; stated: boolean }
const SIZES = { easy: 2, medium: 4, hard: 8 }
const termsOf = (length: number) => fc.array(fc.nat({ max: 99_999 }), { minLength: length, maxLength: length })
const sumOf = (terms: fc.Arbitrary<number[]>) => fc.record({ terms, stated: fc.boolean() }, { noNullPrototype: true })

const total = (terms: number[]) => terms.reduce((sum, term) => sum + term, 0)
const text = (terms: number[], digit?: number) => `sum: ${terms.join(' + ')}${digit === undefined ? '' : `\nends in: ${digit}`}`
const print = ({ terms, stated }: Sum) => text(terms, stated ? total(terms) % 10 : undefined)
const GRAMMAR = /^sum: (\d+(?: \+ \d+)+)(?:\nends in: (\d))?$/
const plain = byDifficulty(SIZES, length => sumOf(termsOf(length)))
const withZero = byDifficulty(SIZES, length => sumOf(termsOf(length - 1).map(terms => [0, ...terms])))
/** Twins show the edge as often as answerable rows do, so the edge does not reveal a trap. */
const twins = (_topic: string, difficulty: Difficulty) =>
  fc.oneof({ arbitrary: plain[difficulty], weight: 3 }, { arbitrary: withZero[difficulty], weight: 1 })

/** Level `sums`: sums of two to eight numbers, with an oracle that reads the numerals digit by digit, then adds. */
export const sums = defineLevel<Sum, number>({
  name: 'sums',
  version: '2.0.0',
  verificationMethod: 'test',
  question: grammar(GRAMMAR, ([, terms = '', digit]) => ({ terms: terms.split(' + ').map(Number), stated: digit !== undefined }), print),
  answer: decimal,
  topics: {
    plain: { questions: plain, answer: sum => total(sum.terms), edges: { zero: edge(withZero, sum => sum.terms.includes(0)) } },
  },
  adversarial: {
    out_of_scope: fromTwin(
      fc.constant('product'),
      ({ question }, domain) => ({ input: print(question).replace('sum', domain), witness: { domain } }),
      twins,
    ),
    malformed: fromTwin(
      fc.constantFrom('++', '&'),
      ({ question }, sign) => ({ input: print(question).replace('+', sign), witness: { at: print(question).indexOf('+') } }),
      twins,
    ),
    contradictory: fromTwin(
      fc.integer({ min: 1, max: 9 }),
      ({ question: { terms, stated }, answer }, off) =>
        stated ? { input: text(terms, (answer + off) % 10), witness: { without: [text(terms)] } } : undefined,
      twins,
    ),
    incomplete: fromTwin(
      fc.nat({ max: 9 }),
      ({ question: { terms } }, digit) => ({
        input: `${text(terms)} +`,
        witness: { completions: [text([...terms, digit]), text([...terms, digit + 1])] },
      }),
      twins,
    ),
    ambiguous: impossible('a sum of integers has one reading'),
  },
  domains: { product: input => input.startsWith('product: ') },
  oracle: inputs => inputs.map(judge),
  verifiedBy: ['digit by digit 1.0.0'],
  laws: [],
  measureDifficulty: ({ terms }) => terms.length,
  surface: {
    declaredCues: [
      { type: 'out_of_scope', pattern: /^\w+: /g, reason: 'another operation is requested' },
      { type: 'malformed', pattern: / (?:\+\+?|&) /g, reason: 'an operator that does not exist' },
      { type: 'incomplete', pattern: / \+$/g, reason: 'an operator with no term after it' },
    ],
  },
  canonicalForm: ({ terms }) => [...terms].sort((one, other) => one - other).join(' '),
})

/** Judges a text alone: reads its numerals digit by digit, then adds them. */
function judge(input: string): Verdict<number> {
  if (input.startsWith('product: ')) return refuse('out_of_scope')
  if (/^sum: \d+( \+ \d+)* \+$/.test(input)) return refuse('incomplete')
  if (!GRAMMAR.test(input)) return malformed(/^(sum: \d+( \+ \d+)* )?/.exec(input)?.[0].length ?? 0)
  const [question = '', digit] = input.split('\nends in: ')
  const read = (numeral: string) => [...numeral].reduce((value, digit) => value * 10 + Number(digit), 0)
  const numerals = question.slice('sum: '.length).split(' + ').map(read)
  const sum = numerals.reduce((one, other) => one + other)
  return digit !== undefined && Number(digit) !== sum % 10 ? refuse('contradictory') : answer(sum)
}
