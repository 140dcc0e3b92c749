import * as fc from 'fast-check'
import type { Difficulty } from '../../src/model/vocabulary'
import { byDifficulty, type Choose, edge, fromChoices, fromTwin, grammar, impossible } from '../index'
import type { GeneratorSide } from './generatorSide'

/**
 * Chain of numbers, each with its sign. Half of all chains state the last digit of the sum, so that a statement alone does
 * not indicate a contradiction.
 */
export type Chain = { terms: number[]; minus: boolean[]; stated: boolean }

const LENGTHS = byDifficulty({ easy: [2, 3], medium: [4, 4], hard: [5, 6] } as const)
/** Smallest and largest number of one to four digits. */
const RANGES = [
  [0, 9],
  [10, 99],
  [100, 999],
  [1_000, 9_999],
] as const

const total = ({ terms, minus }: Chain): number => terms.reduce((sum, term, index) => (minus[index] ? sum - term : sum + term), 0)
const lastDigit = (chain: Chain): number => Math.abs(total(chain)) % 10

function body({ terms, minus }: Chain): string {
  let text = `chain: ${terms[0]}`
  for (let index = 1; index < terms.length; index++) text += `${minus[index] ? ' - ' : ' + '}${terms[index]}`
  return text
}
const ending = (digit: number): string => `\nends in: ${digit}`
const print = (chain: Chain): string => (chain.stated ? body(chain) + ending(lastDigit(chain)) : body(chain))

const TERM = '(?:0|[1-9]\\d*)'
const GRAMMAR = new RegExp(`^chain: (${TERM}(?: [+-] ${TERM})+)(\\nends in: \\d)?$`)
function read([, chain = '', statement]: RegExpExecArray): Chain {
  const parts = chain.split(' ')
  const [terms, minus]: [number[], boolean[]] = [[], []]
  for (let index = 0; index < parts.length; index += 2) {
    terms.push(Number(parts[index]))
    minus.push(parts[index - 1] === '-')
  }
  return { terms, minus, stated: statement !== undefined }
}

/**
 * Returns arbitraries of chains whose terms all have the same number of digits. `sign` draws the sign of each term after
 * the first: either sign, or for an edge only minus.
 */
const chains = (sign: (choose: Choose) => boolean) =>
  byDifficulty(LENGTHS, ([fewest, most]) =>
    fromChoices(choose => {
      const length = choose.integer(fewest, most)
      const [least, greatest] = choose.pick(RANGES)
      const chain: Chain = { terms: [], minus: [], stated: choose.boolean() }
      for (let index = 0; index < length; index++) {
        chain.terms.push(choose.integer(least, greatest))
        chain.minus.push(index > 0 && sign(choose))
      }
      return chain
    }),
  )

/**
 * Chains of sum zero: pairs that cancel out and, in a chain of odd length, a number with two that add up to it. The pairs
 * are inserted at random positions.
 */
const cancelling = byDifficulty(LENGTHS, ([fewest, most]) =>
  fromChoices(choose => {
    const length = choose.integer(fewest, most)
    const [least, greatest] = choose.pick(RANGES)
    const signed: { term: number; minus: boolean }[] = []
    if (length % 2 === 1) {
      const one = choose.integer(least, greatest - least)
      const other = choose.integer(least, greatest - one)
      signed.push({ term: one + other, minus: false }, { term: one, minus: true }, { term: other, minus: true })
    }
    while (signed.length < length) {
      const [term, minus] = [choose.integer(least, greatest), choose.boolean()]
      signed.splice(choose.integer(0, signed.length), 0, { term, minus }, { term, minus: !minus })
    }
    // The first term must not have a minus. Inverting all signs keeps the sum zero.
    const turned = signed[0]?.minus === true
    return { terms: signed.map(one => one.term), minus: signed.map(one => one.minus !== turned), stated: choose.boolean() }
  }),
)

/** Returns the chain without its last term, and two completions whose sums end in the same digit. */
function deriveIncomplete(chain: Chain): { input: string; completions: [string, string] } {
  const { terms, minus, stated } = chain
  const [last = 0, sign, sum] = [terms.at(-1), minus.at(-1) ? '-' : '+', total(chain)]
  const beginning = `${body({ ...chain, terms: terms.slice(0, -1) })} ${sign}`
  const end = stated ? ending(lastDigit(chain)) : ''
  // The other sum is ten farther from zero, or the same number with the opposite sign.
  const further = sum === 0 || sum < 0 === (sign === '-') ? 10 : 2 * Math.abs(sum)
  return { input: beginning + end, completions: [`${beginning} ${last}${end}`, `${beginning} ${last + further}${end}`] }
}

const plain = chains(choose => choose.boolean())
const allMinus = chains(() => true)
/**
 * Returns questions for twins. They include the edges in the same way as answerable rows, so an edge does not give a trap
 * away.
 */
const twins = (_topic: string, difficulty: Difficulty) =>
  fc.oneof(
    { arbitrary: plain[difficulty], weight: 6 },
    { arbitrary: cancelling[difficulty], weight: 1 },
    { arbitrary: allMinus[difficulty], weight: 1 },
  )

const DOMAIN_HEADS = { product: 'product: ', quotient: 'quotient: ' }

/** Generator's side of the level: questions, their texts, answers and traps. */
export const chainSumGenerator: GeneratorSide<Chain, string> = {
  question: grammar(GRAMMAR, read, print),
  answer: grammar(/^(?:0|-?[1-9]\d*)$/, ([digits]) => digits, String),
  topics: {
    chain: {
      questions: plain,
      answer: chain => String(total(chain)),
      edges: {
        zero: edge(cancelling, chain => total(chain) === 0),
        minuses: edge(allMinus, ({ minus }) => minus.every((one, index) => one === index > 0)),
      },
    },
  },
  adversarial: {
    out_of_scope: fromTwin(
      fc.constantFrom('product' as const, 'quotient' as const),
      ({ question }, domain) => ({ input: print(question).replace('chain: ', DOMAIN_HEADS[domain]), witness: { domain } }),
      twins,
    ),
    malformed: fromTwin(
      fromChoices(choose => ({ sign: choose.pick(['&', '++', '--']), place: choose.integer(0, 4) })),
      ({ question }, { sign, place }) => {
        const before = body({ ...question, terms: question.terms.slice(0, 1 + (place % (question.terms.length - 1))) })
        const input = print(question)
        return { input: `${before} ${sign}${input.slice(before.length + 2)}`, witness: { at: before.length + 1 } }
      },
      twins,
    ),
    contradictory: fromTwin(
      fc.integer({ min: 1, max: 9 }),
      ({ question }, off) =>
        question.stated
          ? { input: body(question) + ending((lastDigit(question) + off) % 10), witness: { without: [body(question)] } }
          : undefined,
      twins,
    ),
    incomplete: fromTwin(
      fc.constant(undefined),
      ({ question }) => {
        const { input, completions } = deriveIncomplete(question)
        return { input, witness: { completions } }
      },
      twins,
    ),
    ambiguous: impossible('plus and minus from left to right have one reading'),
  },
  measureDifficulty: ({ terms }) => terms.length,
  canonicalForm: ({ terms, minus }) =>
    terms
      .map((term, index) => (minus[index] ? -term : term))
      .sort((one, other) => one - other)
      .join(' '),
}
