import * as fc from 'fast-check'
import type { Capacity } from '../../src/model/levelSpec'
import { byDifficulty, edge, fromChoices, fromTwin, grammar, impossible } from '../index'
import type { GeneratorSide } from './generatorSide'

/**
 * Conversion of a value from one base to another. Half of all conversions state the last digit of the answer, so that a
 * statement alone does not indicate a contradiction.
 */
export type Conversion = { value: number; from: number; to: number; stated: boolean }
type Bases = readonly [from: number, to: number]

const BASES = Array.from({ length: 15 }, (_, index) => index + 2)
const PAIRS = BASES.flatMap(from => BASES.filter(to => to !== from).map((to): Bases => [from, to]))
/** Pairs of bases by difficulty: easy pairs contain ten, medium pairs need digits only, hard pairs need letters. */
const BASE_PAIRS = byDifficulty({
  easy: PAIRS.filter(pair => pair.includes(10)),
  medium: PAIRS.filter(pair => Math.max(...pair) < 10),
  hard: PAIRS.filter(pair => Math.max(...pair) > 10 && !pair.includes(10)),
})
const MAX_VALUE = 1_000

/**
 * Returns arbitraries of conversions between the bases of each difficulty. The values, before the factor `step`, go from
 * `min` to `max`.
 */
const conversions = (min: number, max: (bases: Bases) => number, step: (to: number) => number = () => 1) =>
  byDifficulty(BASE_PAIRS, some =>
    fromChoices((choose): Conversion => {
      const [from, to] = choose.pick(some)
      return { value: step(to) * choose.integer(min, max([from, to])), from, to, stated: choose.boolean() }
    }),
  )

/**
 * Returns the number of conversions by difficulty. A conversion, its reverse, and either of them with a statement count
 * once, as in `canonicalForm`.
 */
const capacity = (size: (from: number, to: number) => number): Required<Capacity> =>
  byDifficulty(BASE_PAIRS, some => some.reduce((sum, [from, to]) => (from < to ? sum + size(from, to) : sum), 0))

const multiples = (of: number): number => Math.floor(MAX_VALUE / of)
const leastCommonMultiple = (one: number, other: number): number => {
  let multiple = one
  while (multiple % other !== 0) multiple += one
  return multiple
}

const digitsOf = (value: number, base: number): string => value.toString(base)
const body = (numeral: string, from: number, to: string): string => `convert: ${numeral}\nfrom: base ${from}\nto: ${to}`
const ending = (digit: string | undefined): string => `\nends in: ${digit}`
function print({ value, from, to, stated }: Conversion, target = `base ${to}`): string {
  const text = body(digitsOf(value, from), from, target)
  return stated ? text + ending(digitsOf(value, to).at(-1)) : text
}

const lines = grammar(
  /^convert: ([0-9a-f]+)\nfrom: base (\d+)\nto: base (\d+)(\nends in: [0-9a-f])?$/,
  ([, numeral = '', from, to, statement]): Conversion => ({
    value: Number.parseInt(numeral, Number(from)),
    from: Number(from),
    to: Number(to),
    stated: statement !== undefined,
  }),
  conversion => print(conversion),
)

/** Returns another target base that gives a different answer with the same stated last digit, or undefined if there is none. */
const otherBase = ({ value, from, to, stated }: Conversion): number | undefined =>
  BASES.find(base => base !== from && base !== to && value >= Math.min(base, to) && (!stated || value % base === value % to))

const DOMAINS = { roman: 'roman numerals', words: 'words' } as const

/** Generator's side of the level: questions, their texts, answers and traps. */
export const baseConversionGenerator: GeneratorSide<Conversion, string> = {
  question: {
    print: conversion => print(conversion),
    parse: text => {
      const parsed = lines.parse(text)
      const isOwn = parsed._tag === 'Left' || print(parsed.right) === text
      return isOwn ? parsed : { _tag: 'Left', left: { at: 0, expected: 'a numeral of its base, and its true last digit' } }
    },
  },
  answer: grammar(/^(?:0|[1-9a-f][0-9a-f]*)$/, ([digits]) => digits, String),
  topics: {
    convert: {
      questions: conversions(1, () => MAX_VALUE),
      capacity: capacity(() => MAX_VALUE),
      answer: ({ value, to }) => digitsOf(value, to),
      edges: {
        zero: edge(
          conversions(0, () => 0),
          ({ value }) => value === 0,
          capacity(() => 1),
        ),
        unchanged: edge(
          conversions(1, bases => Math.min(...bases) - 1),
          ({ value, from, to }) => value < from && value < to,
          capacity((from, to) => Math.min(from, to) - 1),
        ),
        round: edge(
          conversions(
            1,
            ([, to]) => Math.floor(MAX_VALUE / to),
            to => to,
          ),
          ({ value, to }) => value % to === 0,
          capacity((from, to) => multiples(from) + multiples(to) - multiples(leastCommonMultiple(from, to))),
        ),
      },
    },
  },
  adversarial: {
    out_of_scope: fromTwin(fc.constantFrom('roman' as const, 'words' as const), ({ question }, domain) => ({
      input: print(question, DOMAINS[domain]),
      witness: { domain },
    })),
    malformed: fromTwin(
      fromChoices(choose => ({ place: choose.integer(0, 9), above: choose.integer(0, 3) })),
      ({ question }, { place, above }) => {
        const text = print(question)
        const at = 'convert: '.length + (place % digitsOf(question.value, question.from).length)
        return { input: text.slice(0, at) + digitsOf(question.from + above, 36) + text.slice(at + 1), witness: { at } }
      },
    ),
    contradictory: fromTwin(fc.nat(359), ({ question }, off) => {
      const { value, from, to, stated } = question
      const without = body(digitsOf(value, from), from, `base ${to}`)
      const digit = (value + 1 + (off % (to - 1))) % to
      return stated ? { input: without + ending(digitsOf(digit, to)), witness: { without: [without] } } : undefined
    }),
    incomplete: fromTwin(fc.constant('base'), ({ question }, target) => {
      const other = otherBase(question)
      if (other === undefined) return undefined
      return { input: print(question, target), witness: { completions: [print(question), print({ ...question, to: other })] } }
    }),
    ambiguous: impossible('a numeral and two bases, each on its own line, have one reading'),
  },
  measureDifficulty: ({ value, from, to }) => effort(digitsOf(value, from), from) + effort(digitsOf(value, to), to),
  canonicalForm: ({ value, from, to }) => `${value} ${Math.min(from, to)} ${Math.max(from, to)}`,
}

/** Returns the number of digits to convert: base ten needs no conversion, bases with letters count twice. */
const effort = ({ length }: string, base: number): number => (base === 10 ? 0 : base < 10 ? length : 2 * length)
