import { defineLevel, fc } from 'genesis-datasets'
import { byDifficulty, decimal, edge, fromTwin, impossible } from 'genesis-datasets/arbitraries'
import { judge } from './programOracle.mjs'
import { parse, print } from './programText.mjs'

const MODULUS = 9_973

/**
 * A light level, whose rows cost little but their drawing: what is the last value of a program, modulo 9973? Everything but
 * the arbitraries of its questions is one and the same, so that two ways of drawing them can be compared.
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

/** A sign that does not exist, in the place of the first. */
function withSign({ question }, sign) {
  const text = print(question)
  const at = text.search(/ [-+*] /) + 1
  return { input: `${text.slice(0, at)}${sign}${text.slice(at + 1)}`, witness: { at: sign === '&' ? at : at + 1 } }
}

/** One more statement, whose last operand is missing. */
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
