import * as fc from 'fast-check'
import { instructionClass } from '../codes/classes'
import type { Program } from '../programs/program'
import { hexOf, type Isa, type Question, type Task } from './question'

/** The isa that a program is shown under; `x86` only where both readings are the same. */
export interface Shown {
  readonly isa: Isa
  readonly program: Program
}

/** What a question was drawn from: the generator's way of knowing its answer. It is not part of the question. */
const drawnFrom = new WeakMap<Question, Program>()

/** The program behind a question that was drawn; undefined for one that was only read from a text. */
export const drawnProgram = (question: Question): Program | undefined => drawnFrom.get(question)

/** The program behind a question that was drawn; throws for one that was only read from a text. */
export function programOf(question: Question): Program {
  const program = drawnProgram(question)
  if (program === undefined) throw new Error('this question was not drawn, so its program is not known')
  return program
}

/**
 * Questions of a task about shown programs; half of them, unless told otherwise, state something true about one of the
 * instructions.
 */
export function questions(task: Task, shown: fc.Arbitrary<Shown>, stating: fc.Arbitrary<boolean> = fc.boolean()): fc.Arbitrary<Question> {
  return fc
    .tuple(shown, stating, fc.nat({ max: 9 }), fc.boolean())
    .map(([{ isa, program }, states, which, length]) =>
      question(task, isa, program, states ? statement(program, which, length && task !== 'encode') : ''),
    )
}

export function question(task: Task, isa: Isa, program: Program, given: string): Question {
  const body = task === 'encode' ? program.instructions.map(({ text }) => text).join('; ') : hexOf(program.bytes)
  const asked: Question = { task, isa, ip: program.ip, body, given }
  drawnFrom.set(asked, program)
  return asked
}

function statement({ instructions }: Program, which: number, length: boolean): string {
  const index = which % instructions.length
  const instruction = instructions[index] as Program['instructions'][number]
  return length ? `instruction ${index} has ${instruction.length} bytes` : `instruction ${index} is ${instruction.mnemonic}`
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
