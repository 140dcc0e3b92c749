import { fc } from 'genesis-datasets'
import { byDifficulty, fromChoices } from 'genesis-datasets/arbitraries'
import { LONGEST, NAMES } from './programText.mjs'

/** The greatest number beside each sign: factors are small. */
const GREATEST = { '+': 999, '-': 999, '*': 9 }
const OPERATORS = Object.keys(GREATEST)
/** How many statements a program has: about 120, 260 and 400 characters. */
const LENGTHS = { easy: [7, 11], medium: [16, 20], hard: [26, 30] }

/** Every statement but the first reads a value that stands above it. */
const readsAny = ({ left, right }) => typeof left === 'string' || typeof right === 'string'

/** A statement on a line, put together out of fast-check's arbitraries: what it reads depends on its sign. */
function statementAt(line) {
  const withSign = operator => {
    const number = fc.nat({ max: GREATEST[operator] })
    const operand =
      line === 0
        ? number
        : fc.oneof(
            number,
            fc.nat({ max: line - 1 }).map(above => NAMES[above]),
          )
    const statement = fc.record({ operator: fc.constant(operator), left: operand, right: operand }, { noNullPrototype: true })
    return line === 0 ? statement : statement.filter(readsAny)
  }
  // Made once: to make arbitraries costs more than to draw from them.
  const statements = new Map(OPERATORS.map(operator => [operator, withSign(operator)]))
  return fc.constantFrom(...OPERATORS).chain(operator => statements.get(operator))
}

const STATEMENTS = Array.from({ length: LONGEST }, (_, line) => statementAt(line))

/** Programs composed of these: their length is drawn first. */
export const composed = byDifficulty(LENGTHS, ([min, max]) =>
  fc.integer({ min, max }).chain(length => fc.tuple(...STATEMENTS.slice(0, length))),
)

/** The same programs, drawn by plain code from a sequence of choices. */
export const fromTape = byDifficulty(LENGTHS, ([least, most]) =>
  fromChoices(choose => {
    const length = choose.integer(least, most)
    const program = []
    for (let line = 0; line < length; line++) program.push(drawStatement(choose, line))
    return program
  }),
)

function drawStatement(choose, line) {
  const operator = choose.pick(OPERATORS)
  const reads = line === 0 ? 'neither' : choose.pick(['left', 'right', 'both'])
  const left = drawOperand(choose, line, operator, reads === 'left' || reads === 'both')
  return { operator, left, right: drawOperand(choose, line, operator, reads === 'right' || reads === 'both') }
}

const drawOperand = (choose, line, operator, isRead) =>
  isRead ? NAMES[choose.integer(0, line - 1)] : choose.integer(0, GREATEST[operator])
