import { fc } from 'genesis-datasets'
import { byDifficulty, fromChoices } from 'genesis-datasets/arbitraries'
import { MAX_STATEMENTS, NAMES } from './programText.mjs'

/** Maximum number for each operator; factors are small. */
const MAX_NUMBERS = { '+': 999, '-': 999, '*': 9 }
const OPERATORS = Object.keys(MAX_NUMBERS)
/** Range of the number of statements: about 120, 260 and 400 characters. */
const LENGTHS = { easy: [7, 11], medium: [16, 20], hard: [26, 30] }

/** Returns true if a statement reads an earlier value, as every statement but the first must. */
const readsAny = ({ left, right }) => typeof left === 'string' || typeof right === 'string'

/**
 * Returns the arbitrary of the statement on a line, composed of fast-check's arbitraries. Its operands depend on its
 * operator.
 */
function statementAt(line) {
  const withSign = operator => {
    const number = fc.nat({ max: MAX_NUMBERS[operator] })
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
  // Created once, because creating arbitraries costs more than drawing from them.
  const statements = new Map(OPERATORS.map(operator => [operator, withSign(operator)]))
  return fc.constantFrom(...OPERATORS).chain(operator => statements.get(operator))
}

const STATEMENTS = Array.from({ length: MAX_STATEMENTS }, (_, line) => statementAt(line))

/** Arbitraries of programs composed of these statements; the length is drawn first. */
export const composed = byDifficulty(LENGTHS, ([min, max]) =>
  fc.integer({ min, max }).chain(length => fc.tuple(...STATEMENTS.slice(0, length))),
)

/** Arbitraries of the same programs, drawn by plain code from a sequence of choices. */
export const choiceBased = byDifficulty(LENGTHS, ([min, max]) =>
  fromChoices(choose => {
    const length = choose.integer(min, max)
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
  isRead ? NAMES[choose.integer(0, line - 1)] : choose.integer(0, MAX_NUMBERS[operator])
