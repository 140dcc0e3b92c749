import { either as E } from 'fp-ts'
import { edge, fromChoices, fromTwin, mix } from 'genesis-datasets/arbitraries'
import { answer } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'
import { type PlantedFault, sum } from './fault'
import {
  drawSum,
  same,
  parse,
  print,
  withZero,
  atLeast,
  totalOf,
  level,
  plantedFault,
  VALID,
  EDGE,
  plantedInAnswered,
  plantedInTraps,
  manySigns,
  signsIn,
  otherDigit,
} from './levelFault'

/** Faults of levels whose questions, edges or traps have one error. */
export const LEVELS: readonly PlantedFault[] = [
  plantedInAnswered('a great total', 'sum: 1 + 999', question => totalOf(question) >= 1_000),
  plantedInAnswered('two terms that end alike', 'sum: 5 + 5', ({ terms }) => {
    const digits = terms.filter(term => term >= 5).map(term => term % 10)
    return new Set(digits).size < digits.length
  }),
  plantedInAnswered('four terms', 'sum: 0 + 0 + 0 + 0', ({ terms }) => terms.length >= 4),
  plantedInAnswered('terms in descending order', 'sum: 1 + 0', ({ terms }) => terms.some((term, index) => term < (terms[index - 1] ?? 0))),
  plantedInAnswered('a stated last digit', 'sum: 0 + 7\nends in: 7', question => question.stated && totalOf(question) % 10 === 7),
  plantedInAnswered('an edge with a great total, by the level’s own law', 'sum: 0 + 1 + 999', question => totalOf(question) >= 1_000, EDGE),
  plantedFault(
    'a difficulty with more terms, and a mix',
    'sum: 0 + 0 + 0 + 500',
    level(
      { mix: mix({ valid: 65, edge_case: 20, adversarial: 15 }, { difficulty: { easy: 1, medium: 1, hard: 8 } }) },
      { edges: { zero: edge(atLeast, question => totalOf(question) < 500) } },
    ),
    { edge: 'zero', difficulty: 'hard' },
  ),
  plantedFault(
    'an edge that does not hold above a bound',
    'sum: 0 + 500',
    level({}, { edges: { zero: edge(same(withZero), ({ terms }) => terms.includes(0) && sum(terms) < 500) } }),
    EDGE,
  ),
  plantedFault(
    'an edge that does not hold where the digit is stated',
    'sum: 0 + 0\nends in: 0',
    level({}, { edges: { zero: edge(same(withZero), ({ stated }) => !stated) } }),
    EDGE,
  ),
  plantedFault(
    'an edge that depends on the last term',
    'sum: 0 + 0 + 1',
    level({}, { edges: { zero: edge(same(withZero), ({ terms }) => terms.length < 3 || terms.at(-1) === 0) } }),
    EDGE,
  ),
  plantedFault(
    'a printer that loses the last of four terms',
    'sum: 0 + 0 + 0',
    level({ question: { parse, print: ({ terms, stated }) => print({ terms: terms.length > 3 ? terms.slice(0, 3) : terms, stated }) } }),
    { ...VALID, law: 'question.roundTrip' },
  ),
  plantedFault(
    'a printer that exchanges great terms',
    'sum: 0 + 100',
    level({
      question: {
        parse,
        print: ({ terms, stated }) =>
          print({ terms: terms.some(term => term >= 100) ? [...terms].sort((one, other) => one - other) : terms, stated }),
      },
    }),
    { ...VALID, law: 'question.roundTrip' },
  ),
  plantedFault(
    'a parser that fails on long texts',
    'sum: 100 + 100 + 100\nends in: 0',
    level({ question: { print, parse: text => (text.length > 30 ? E.left({ at: 30, expected: 'the end' }) : parse(text)) } }),
    { ...VALID, law: 'question.roundTrip' },
  ),
  plantedFault(
    'a parser that fails on three digits',
    'sum: 0 + 100',
    level({ question: { print, parse: text => (/\d{3}/.test(text) ? E.left({ at: 0, expected: 'two digits' }) : parse(text)) } }),
    { ...VALID, law: 'question.roundTrip' },
  ),
  plantedFault(
    'an answer that loses a digit',
    'sum: 1 + 999',
    level({ answer: { ...sums.answer, print: total => String(total).slice(0, 3) } }),
    {
      ...VALID,
      law: 'answer.roundTrip',
    },
  ),
  plantedFault(
    'an answer that is wrong where a term is 9',
    'sum: 0 + 9',
    level({}, { answer: question => totalOf(question) + (question.terms.some(term => term % 100 === 9) ? 1 : 0) }),
    VALID,
  ),
  plantedFault(
    'an oracle that is wrong above a bound',
    'sum: 0 + 500',
    level({
      oracle: inputs =>
        sums
          .oracle(inputs)
          .map(verdict => (verdict._tag === 'Answer' && verdict.canonical >= 500 ? answer(verdict.canonical + 1) : verdict)),
    }),
    VALID,
  ),
  plantedInTraps(
    'a choice and a total',
    'sum: 1 +++++++ 999',
    'malformed',
    manySigns,
    (input, twin) => signsIn(input) >= 7 && twin.answer >= 1_000,
  ),
  plantedInTraps(
    'a choice and a number of terms',
    'sum: 0 ++++ 0 + 0 + 0',
    'malformed',
    manySigns,
    (input, { question }) => signsIn(input) >= 4 && question.terms.length >= 4,
  ),
  plantedInTraps(
    'a choice that equals the number of terms',
    'sum: 0 +++ 0 + 0',
    'malformed',
    manySigns,
    (input, { question }) => signsIn(input) === question.terms.length && signsIn(input) >= 3,
  ),
  plantedInTraps(
    'a choice greater than the number of terms',
    'sum: 0 +++ 0',
    'malformed',
    manySigns,
    (input, { question }) => signsIn(input) > question.terms.length,
  ),
  plantedInTraps(
    'a place that is wrong for one sign',
    'sum: 0 & 0',
    'malformed',
    fromTwin(
      fromChoices(choose => choose.pick(['++', '&', '*'])),
      ({ question }, sign) => ({
        input: print(question).replace('+', sign),
        witness: { at: print(question).indexOf('+') + (sign === '&' ? 1 : 0) },
      }),
    ),
  ),
  plantedInTraps('a digit that is no other', 'sum: 0 + 0\nends in: 0', 'contradictory', otherDigit(12)),
  plantedInTraps(
    'a great digit of a twin of its own',
    'sum: 0 + 0 + 0\nends in: 4',
    'contradictory',
    otherDigit(9, () => fromChoices(choose => ({ ...drawSum(choose), stated: true }))),
    (input, { question }) => question.terms.length >= 3 && Number(input.at(-1)) === (totalOf(question) % 10) + 4,
  ),
  plantedInTraps(
    'completions that do not differ',
    'sum: 0 + 100 +',
    'incomplete',
    fromTwin(
      fromChoices(choose => choose.integer(0, 9)),
      ({ question: { terms } }, digit) => {
        const completed = (last: number) => print({ terms: [...terms, last], stated: false })
        return {
          input: `${print({ terms, stated: false })} +`,
          witness: { completions: [completed(digit), completed(digit + (sum(terms) >= 100 ? 0 : 1))] },
        }
      },
    ),
  ),
  plantedInTraps(
    'a domain that is not recognised',
    'quotient: 0 + 0',
    'out_of_scope',
    fromTwin(
      fromChoices(choose => choose.pick(['product', 'quotient'])),
      ({ question }, domain) => ({ input: print(question).replace('sum', domain), witness: { domain: 'product' } }),
    ),
  ),
]
