import * as E from 'fp-ts/Either'
import { type AdversarialType, defineLevel, fc, type Verdict } from 'genesis-datasets'
import { byDifficulty, edge, fromTwin, impossible, mix } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'

interface Sum { readonly terms: readonly number[] }

const sumOf = (count: number, max: number) => fc.array(fc.nat({ max }), { minLength: count, maxLength: count }).map(terms => ({ terms }))
const withZero = (count: number, max: number) => sumOf(count - 1, max).map(({ terms }) => ({ terms: [...terms, 0] }))
const print = ({ terms }: Sum) => `sum: ${terms.join(' + ')}`
const GRAMMAR = /^sum: \d+( \+ \d+)+$/

export const sums = defineLevel<Sum, number>({
  name: 'sums',
  version: '1.0.0',
  method: 'test',
  question: { print, parse: text => GRAMMAR.test(text) ? E.right({ terms: text.slice(5).split(' + ').map(Number) }) : E.left({ at: 0, expected: 'sum: n + n …' }) },
  answer: { print: String, parse: text => /^\d+$/.test(text) ? E.right(Number(text)) : E.left({ at: 0, expected: 'an integer' }) },
  topics: {
    plain: {
      questions: byDifficulty({ easy: sumOf(2, 9_999), medium: sumOf(4, 99_999), hard: sumOf(8, 999_999) }),
      answer: ({ terms }) => terms.reduce((total, term) => total + term, 0),
      edges: { zero: edge(byDifficulty({ easy: withZero(2, 9_999), medium: withZero(4, 99_999), hard: withZero(8, 999_999) }), ({ terms }) => terms.includes(0)) },
    },
  },
  adversarial: {
    out_of_scope: fromTwin(fc.constantFrom('product', 'maximum'), (twin, domain) => ({ input: print(twin.question).replace('sum', domain), witness: { domain } })),
    malformed: fromTwin(fc.constantFrom('++', '&'), (twin, operator) => {
      const input = print(twin.question).replace('+', operator)
      return { input, witness: { at: input.indexOf(operator) } }
    }),
    contradictory: fromTwin(fc.integer({ min: 1, max: 9 }), (twin, off) => {
      const question = print(twin.question)
      return { input: `${question}\nresult: ${twin.answer + off}`, witness: { without: [question] } }
    }),
    incomplete: fromTwin(fc.nat({ max: 9 }), (twin, digit) => {
      const cut = `${print(twin.question)} +`
      return { input: cut, witness: { completions: [`${cut} ${digit}`, `${cut} ${digit + 1}`] } }
    }),
    ambiguous: impossible('a sum of integers has one reading'),
  },
  domains: { product: text => /^product: [\d +]+$/.test(text), maximum: text => /^maximum: [\d +]+$/.test(text) },
  oracle: inputs => inputs.map(judge),
  verifiedBy: ['column addition 1.0.0'],
  laws: [law('sum.orderFree', draft => draft._tag === 'Refused' ? 'notApplicable' : [...draft.question.terms].reverse().reduce((a, b) => a + b, 0) === draft.answer ? 'holds' : { violated: 'the order of terms changes the sum' })],
  difficulty: ({ terms }) => terms.length,
  canonical: ({ terms }) => [...terms].sort((a, b) => a - b).join(' '),
  mix: mix({ valid: 65, edge_case: 20, adversarial: 15 }),
})

/** From the text alone, by column addition on digits: not the generator's way. */
function judge(input: string): Verdict<number> {
  const refuse = (type: Exclude<AdversarialType, 'malformed'>): Verdict<number> => ({ _tag: 'Refuse', type })
  const [question = '', claim] = input.split('\n')
  if (/^(product|maximum): /.test(question)) return refuse('out_of_scope')
  if (/^sum: \d+( \+ \d+)* \+$/.test(question)) return refuse('incomplete')
  if (!GRAMMAR.test(question)) return { _tag: 'Refuse', type: 'malformed', at: /^(sum: \d+( \+ \d+)* )?/.exec(question)?.[0].length ?? 0 }
  const total = addColumns(question.match(/\d+/g) ?? [])
  if (claim !== undefined && claim !== `result: ${total}`) return refuse('contradictory')
  return { _tag: 'Answer', canonical: total, equivalent: answer => answer === total }
}
function addColumns(numerals: readonly string[]): number {
  let carry = 0, digits = ''
  for (let place = 1; numerals.some(n => n.length >= place) || carry > 0; place++) {
    carry += numerals.reduce((column, n) => column + Number(n[n.length - place] ?? 0), 0)
    digits = `${carry % 10}${digits}`
    carry = Math.floor(carry / 10)
  }
  return Number(digits)
}
