import * as fc from 'fast-check'
import { instructionClass } from './classes'
import type { X86Tool } from '../../iced/iced'
import type { Program, ProgramDifficulty } from '../../programs/program'
import { type Denial, findModeStatement } from './modeStatements'
import { nameOperand } from './namedOperands'
import { hexOf, type Isa, type Level0Question, type Level0Task } from './question'
import { type Facts, printStatement, type Statement, type StatementChoice, trueStatement } from './statements'

/** Program and the isa that its question declares. */
export interface ShownProgram {
  readonly isa: Isa
  readonly program: Program
  /** Instruction of another program of the same kind. It provides values for statements about what this program is not. */
  readonly other: Facts
}

/** Source of a question, from which the generator knows the answer. It is not part of the question. */
export interface Origin extends ShownProgram {
  readonly statement: Statement | undefined
  /** Choice of the declaration beside the code; undefined if the question declares nothing. */
  readonly declares: number | undefined
  /** Statement, if it alone determines that this is 64-bit code, because it would be false in 32-bit code. */
  readonly modeStatement?: Denial
}

const ORIGINS = new WeakMap<Level0Question, Origin>()

/** Returns the origin of a question, or undefined if the question was parsed from a text. */
export const findOrigin = (question: Level0Question): Origin | undefined => ORIGINS.get(question)

/**
 * Returns the origin of a question.
 *
 * @throws Error if the question was parsed from a text.
 */
export function requireOrigin(question: Level0Question): Origin {
  const origin = ORIGINS.get(question)
  if (origin === undefined) throw new Error('this question was not drawn, so its program is not known')
  return origin
}

const statementChoice: fc.Arbitrary<StatementChoice> = fc.record(
  { which: fc.nat({ max: 999 }), length: fc.boolean(), denies: fc.boolean() },
  { noNullPrototype: true },
)

/**
 * Returns an arbitrary of questions of a task about shown programs. By default, half of them state something true about one
 * of the instructions.
 */
export function questions(
  task: Level0Task,
  shown: fc.Arbitrary<ShownProgram>,
  hasStatement: fc.Arbitrary<boolean> = fc.boolean(),
): fc.Arbitrary<Level0Question> {
  return fc.tuple(shown, hasStatement, statementChoice, declarations(task)).map(([drawn, states, choice, declares]) => {
    const { instructions } = drawn.program
    return question(task, {
      ...drawn,
      statement: states ? trueStatement(instructions, drawn.other, adaptChoice(task, choice)) : undefined,
      declares,
    })
  })
}

/**
 * Percentage of the statements denying `inc` that are kept. REX prefixes without W are `inc` in 32-bit code; REX
 * prefixes with W are `dec` and two to five times less frequent. Without this correction, the mnemonic would indicate the purpose of a
 * statement.
 */
const INC_PERCENT: Readonly<Record<'any' | 'classified', Readonly<Record<ProgramDifficulty, number>>>> = {
  any: { easy: 44, medium: 21, hard: 31 },
  classified: { easy: 42, medium: 15, hard: 17 },
}

/**
 * Returns an arbitrary of questions about 64-bit programs that 32-bit code reads differently. They declare `x86`, and a
 * statement determines the mode. If no statement can, the question declares its isa.
 */
export function questionsWithStatedMode(
  tool: X86Tool,
  task: Level0Task,
  difficulty: ProgramDifficulty,
  shown: fc.Arbitrary<ShownProgram>,
): fc.Arbitrary<Level0Question> {
  return fc.tuple(shown, statementChoice, declarations(task)).map(([drawn, choice, declares]) => {
    const { bytes, ip, instructions } = drawn.program
    const modeStatement = findModeStatement({ in32: tool.decode(32, bytes, ip).instructions, in64: instructions }, choice.which)
    const isTooFrequent =
      modeStatement?.value === 'inc' && Math.floor(choice.which / 10) >= INC_PERCENT[task === 'classify' ? 'classified' : 'any'][difficulty]
    const statement = trueStatement(instructions, drawn.other, choice)
    if (modeStatement === undefined || isTooFrequent) return question(task, { ...drawn, statement, declares })
    return question(task, { ...drawn, isa: 'x86', statement: modeStatement, modeStatement, declares })
  })
}

/**
 * Returns an arbitrary of declarations. Half of the questions declare something, for `classify` four of five: bytes declare
 * their end, and texts one of their operands. Texts never declare an end, because their encoding may be longer than
 * necessary.
 */
const declarations = (task: Level0Task): fc.Arbitrary<number | undefined> =>
  fc.option(fc.nat({ max: 9_999 }), { nil: undefined, freq: task === 'classify' ? 5 : 2 })

/**
 * Returns the choice of a statement without lengths for `encode`, because a text does not determine the length of an
 * instruction.
 */
const adaptChoice = (task: Level0Task, choice: StatementChoice): StatementChoice => ({
  ...choice,
  length: choice.length && task !== 'encode',
})

/** Returns the question for an origin, and stores the origin for {@link findOrigin}. */
export function question(task: Level0Task, origin: Origin): Level0Question {
  const { isa, program, statement } = origin
  const given = statement === undefined ? '' : printStatement(statement)
  const asked: Level0Question = { task, isa, ip: program.ip, given, ...(task === 'encode' ? textBody(origin) : bytesBody(origin)) }
  ORIGINS.set(asked, origin)
  return asked
}

type Body = Pick<Level0Question, 'end' | 'body' | 'where'>

function bytesBody({ program: { ip, bytes }, declares }: Origin): Body {
  return { end: declares === undefined ? undefined : ip + bytes.length, body: hexOf(bytes), where: '' }
}

function textBody({ program, declares }: Origin): Body {
  const text = program.instructions.map(({ text }) => text).join('; ')
  const named = declares === undefined ? undefined : nameOperand(text, Math.floor(declares / 10), declares % 10)
  return { end: undefined, body: text, where: '', ...named }
}

/** Functions that print the answer of each task: one line per instruction, except for `encode`. */
export const ANSWERS: Readonly<Record<Level0Task, (program: Pick<Program, 'bytes' | 'instructions'>) => string>> = {
  decode: ({ instructions }) => instructions.map(({ offset, length, text }) => `${offset} ${length} ${text}`).join('\n'),
  boundaries: ({ instructions }) => instructions.map(({ offset, length }) => `${offset} ${length}`).join('\n'),
  classify: ({ instructions }) =>
    instructions.map(({ offset, mnemonic }) => `${offset} ${instructionClass(mnemonic) ?? 'unknown'}`).join('\n'),
  operands: ({ instructions }) => instructions.map(({ offset, operands }) => `${offset} ${operands.join(', ') || 'none'}`).join('\n'),
  encode: ({ bytes }) => hexOf(bytes),
}
