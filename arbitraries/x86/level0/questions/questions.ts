import * as fc from 'fast-check'
import { instructionClass } from './classes'
import type { X86Tool } from '../../iced/iced'
import type { Program, ProgramDifficulty } from '../../programs/program'
import { type Denial, tellingStatement } from './modeStatements'
import { nameOperand } from './namedOperands'
import { hexOf, type Isa, type Question, type Task } from './question'
import { type Facts, printStatement, type Statement, type StatementChoice, trueStatement } from './statements'

/** The isa that a program is shown under. */
export interface Shown {
  readonly isa: Isa
  readonly program: Program
  /** An instruction of another program of the same kind, which lends statements what this one is not. */
  readonly other: Facts
}

/** What a question is drawn from: the generator's way of knowing its answer. It is not part of the question. */
export interface Origin extends Shown {
  readonly statement: Statement | undefined
  /** How a question declares something beside its code; undefined where it declares nothing. */
  readonly declares: number | undefined
  /** The statement, where 32-bit code would say something else and it alone tells that this is 64-bit code. */
  readonly telling?: Denial
}

const originOf = new WeakMap<Question, Origin>()

/** What a question was drawn from; undefined for one that was only read from a text. */
export const drawnFrom = (question: Question): Origin | undefined => originOf.get(question)

/** What a question was drawn from; throws for one that was only read from a text. */
export function originalOf(question: Question): Origin {
  const origin = originOf.get(question)
  if (origin === undefined) throw new Error('this question was not drawn, so its program is not known')
  return origin
}

const statementChoice: fc.Arbitrary<StatementChoice> = fc.record(
  { which: fc.nat({ max: 999 }), length: fc.boolean(), denies: fc.boolean() },
  { noNullPrototype: true },
)

/**
 * Questions of a task about shown programs; half of them, unless told otherwise, state something true about one of the
 * instructions.
 */
export function questions(task: Task, shown: fc.Arbitrary<Shown>, stating: fc.Arbitrary<boolean> = fc.boolean()): fc.Arbitrary<Question> {
  return fc.tuple(shown, stating, statementChoice, declaring(task)).map(([drawn, states, choice, declares]) => {
    const { instructions } = drawn.program
    return question(task, {
      ...drawn,
      statement: states ? trueStatement(instructions, drawn.other, suited(task, choice)) : undefined,
      declares,
    })
  })
}

/**
 * How many in a hundred statements that deny `inc` are made: REX prefixes without W, which are `inc` in 32-bit code, are two to
 * five times as many as those with it, which are `dec` there, and a name alone should not tell what a statement is for.
 */
const INC_KEPT: Readonly<Record<'any' | 'classified', Readonly<Record<ProgramDifficulty, number>>>> = {
  any: { easy: 44, medium: 21, hard: 31 },
  classified: { easy: 42, medium: 15, hard: 17 },
}

/**
 * Questions about 64-bit programs under `x86`, which 32-bit code reads differently: a statement tells which it is. Those of
 * which no statement tells it name their isa.
 */
export function toldQuestions(
  tool: X86Tool,
  task: Task,
  difficulty: ProgramDifficulty,
  shown: fc.Arbitrary<Shown>,
): fc.Arbitrary<Question> {
  return fc.tuple(shown, statementChoice, declaring(task)).map(([drawn, choice, declares]) => {
    const { bytes, ip, instructions } = drawn.program
    const telling = tellingStatement({ in32: tool.decode(32, bytes, ip).instructions, in64: instructions }, choice.which)
    const isOverdone =
      telling?.value === 'inc' && Math.floor(choice.which / 10) >= INC_KEPT[task === 'classify' ? 'classified' : 'any'][difficulty]
    const statement = trueStatement(instructions, drawn.other, choice)
    if (telling === undefined || isOverdone) return question(task, { ...drawn, statement, declares })
    return question(task, { ...drawn, isa: 'x86', statement: telling, telling, declares })
  })
}

/**
 * Half of the questions declare something, of `classify` four of five: bytes where they end, and texts what one of their
 * operands is. Where a text ends is declared of none, as its encoding may be longer than need be.
 */
const declaring = (task: Task): fc.Arbitrary<number | undefined> =>
  fc.option(fc.nat({ max: 9_999 }), { nil: undefined, freq: task === 'classify' ? 5 : 2 })

/** Texts have lengths of their own for no instruction. */
const suited = (task: Task, choice: StatementChoice): StatementChoice => ({ ...choice, length: choice.length && task !== 'encode' })

/** A question as it is asked; what it was drawn from can be had from it again. */
export function question(task: Task, origin: Origin): Question {
  const { isa, program, statement } = origin
  const given = statement === undefined ? '' : printStatement(statement)
  const asked: Question = { task, isa, ip: program.ip, given, ...(task === 'encode' ? textOf(origin) : bytesShown(origin)) }
  originOf.set(asked, origin)
  return asked
}

type Body = Pick<Question, 'end' | 'body' | 'where'>

function bytesShown({ program: { ip, bytes }, declares }: Origin): Body {
  return { end: declares === undefined ? undefined : ip + bytes.length, body: hexOf(bytes), where: '' }
}

function textOf({ program, declares }: Origin): Body {
  const text = program.instructions.map(({ text }) => text).join('; ')
  const named = declares === undefined ? undefined : nameOperand(text, Math.floor(declares / 10), declares % 10)
  return { end: undefined, body: text, where: '', ...named }
}

/** The answer of each task, a line an instruction but for `encode`. */
export const ANSWERS: Readonly<Record<Task, (program: Pick<Program, 'bytes' | 'instructions'>) => string>> = {
  decode: ({ instructions }) => instructions.map(({ offset, length, text }) => `${offset} ${length} ${text}`).join('\n'),
  boundaries: ({ instructions }) => instructions.map(({ offset, length }) => `${offset} ${length}`).join('\n'),
  classify: ({ instructions }) =>
    instructions.map(({ offset, mnemonic }) => `${offset} ${instructionClass(mnemonic) ?? 'unknown'}`).join('\n'),
  operands: ({ instructions }) => instructions.map(({ offset, operands }) => `${offset} ${operands.join(', ') || 'none'}`).join('\n'),
  encode: ({ bytes }) => hexOf(bytes),
}
