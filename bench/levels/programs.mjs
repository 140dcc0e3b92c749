import { defineLevel, fc } from 'genesis-datasets'
import { byDifficulty, decimal, edge, fromTwin, impossible } from 'genesis-datasets/arbitraries'
import { judge } from './programOracle.mjs'
import { parse, print } from './programText.mjs'

const MODULUS = 9_973

/**
 * Returns a light level, whose rows cost little except for drawing: the answer is the last value of a program, modulo 9973.
 * Only the arbitraries of its questions vary, so that two ways of drawing can be compared.
 */
export const programs = questions =>
  defineLevel({
    name: 'programs',
    version: '1.0.0',
    verificationMethod: 'test',
    question: { print, parse },
    answer: decimal,
    topics: { lastValue: { questions, answer: lastValue, edges: { product: edge(products(questions), isProduct) } } },
    adversarial: {
      out_of_scope: impossible('every text is a program'),
      malformed: fromTwin(fc.constantFrom('++', '&'), withSign),
      contradictory: impossible('a name is given once'),
      incomplete: fromTwin(fc.nat({ max: MODULUS - 2 }), withOpenEnd),
      ambiguous: impossible('a statement has one reading'),
    },
    oracle: inputs => inputs.map(judge),
    verifiedBy: ['one pass 1.0.0'],
    laws: [],
    measureDifficulty: program => program.length,
    canonicalForm: print,
  })

const last = program => program[program.length - 1]
const isProduct = program => last(program).operator === '*'
const products = questions =>
  byDifficulty(questions, arbitrary => arbitrary.map(program => [...program.slice(0, -1), { ...last(program), operator: '*' }]))

/** Replaces the first operator by one that does not exist. */
function withSign({ question }, sign) {
  const text = print(question)
  const at = text.search(/ [-+*] /) + 1
  return { input: `${text.slice(0, at)}${sign}${text.slice(at + 1)}`, witness: { at: sign === '&' ? at : at + 1 } }
}

/** Adds a statement whose last operand is missing. */
function withOpenEnd({ question }, value) {
  const input = `${print(question)}\nv${question.length} = v${question.length - 1} +`
  return { input, witness: { completions: [`${input} ${value}`, `${input} ${value + 1}`] } }
}

function lastValue(program) {
  const values = []
  const known = operand => (typeof operand === 'string' ? values[operand.slice(1)] : operand)
  for (const { operator, left, right } of program) {
    const [one, other] = [known(left), known(right)]
    values.push((operator === '+' ? one + other : operator === '-' ? one - other + MODULUS : one * other) % MODULUS)
  }
  return last(values)
}
