import * as fc from 'fast-check'
import { programInBothModes, shapeInBothModes } from '../programs/bothModes'
import { instructionClass } from './classes'
import { withOpenEndings } from './endings'
import { edgeExists, edgeProgram, type ProgramEdge } from '../programs/edges'
import { encodableProgram, encodableProgramInBothModes } from '../programs/encodable'
import type { X86Tool } from '../../iced/iced'
import { oneInstruction, type Program, program, type ProgramDifficulty, programShape } from '../../programs/program'
import { answersIn } from './answersIn'
import type { Isa, Level0Question, Level0Task } from './question'
import { questions, type ShownProgram, questionsWithStatedMode } from './questions'
import { type AnswersInBoth, programReadTwoWays } from './readTwoWays'

/** Frequency of each declared isa. `x86` is only for programs that both modes read equally. */
const WEIGHTS = { 'x86-64': 6, 'x86-32': 3, x86: 1 } as const
const ISAS = ['x86-64', 'x86-32', 'x86'] as const

/**
 * Returns an arbitrary of programs suitable for a task, about which anything may be stated. Programs for `classify` contain
 * only mnemonics with a single class. Bytes declare their mode; otherwise the statement determines it.
 */
export function shownPrograms(tool: X86Tool, task: Level0Task, difficulty: ProgramDifficulty): fc.Arbitrary<ShownProgram> {
  const branches = ISAS.filter(isa => isa !== 'x86' || task === 'encode').map(isa => ({
    arbitrary: shownAs(isa, programsFor(tool, task, difficulty, isa), otherFor(tool, task, difficulty, isa)),
    weight: WEIGHTS[isa],
  }))
  return fc.oneof(...branches)
}

/**
 * Weight of questions whose statement determines the mode. The weights make them equally frequent at each difficulty,
 * because more of the easy and medium ones end up declaring their isa.
 */
const STATED_MODE_WEIGHTS: Readonly<Record<ProgramDifficulty, number>> = { easy: 15, medium: 15, hard: 10 }

/**
 * Returns an arbitrary of the questions of a topic at a difficulty. If bytes declare `x86` with a statement, the statement
 * determines the mode. Without a statement, both modes give the same answer. So neither the declaration nor the statement
 * gives a trap away.
 */
export function topicQuestions(tool: X86Tool, task: Level0Task, difficulty: ProgramDifficulty): fc.Arbitrary<Level0Question> {
  if (task === 'encode') return questions(task, shownPrograms(tool, task, difficulty))
  const as = (isa: Isa) => shownAs(isa, programsFor(tool, task, difficulty, isa), otherFor(tool, task, difficulty, isa))
  return fc.oneof(
    { arbitrary: questions(task, as('x86-64')), weight: 120 },
    { arbitrary: questions(task, as('x86-32')), weight: 60 },
    { arbitrary: questions(task, as('x86'), fc.constant(false)), weight: 10 },
    {
      arbitrary: questionsWithStatedMode(tool, task, difficulty, shownReadTwoWays(tool, task, difficulty)),
      weight: STATED_MODE_WEIGHTS[difficulty],
    },
  )
}

/** Returns an arbitrary of programs suitable for a task with one instruction that shows an edge. */
export function shownEdgePrograms(
  tool: X86Tool,
  task: Level0Task,
  difficulty: ProgramDifficulty,
  edge: ProgramEdge,
): fc.Arbitrary<ShownProgram> {
  const of = (bits: 32 | 64): fc.Arbitrary<Program> => {
    const programs = edgeProgram(tool, edge, difficulty, { bits, only: mnemonicsFor(task) })
    return task === 'classify' ? withOpenEndings(tool, bits, programs) : programs
  }
  const in64 = shownAs('x86-64', of(64), otherFor(tool, task, difficulty, 'x86-64'))
  if (!edgeExists(edge, difficulty, 32)) return in64
  const in32 = shownAs('x86-32', of(32), otherFor(tool, task, difficulty, 'x86-32'))
  return fc.oneof({ arbitrary: in64, weight: WEIGHTS['x86-64'] }, { arbitrary: in32, weight: WEIGHTS['x86-32'] })
}

/**
 * Returns an arbitrary of programs suitable for a task that the other mode could read as well, but with a different answer.
 * They are 64-bit code: 32-bit code seldom has another length or class in 64-bit mode.
 */
export function shownReadTwoWays(tool: X86Tool, task: Level0Task, difficulty: ProgramDifficulty): fc.Arbitrary<ShownProgram> {
  const answersInBoth: AnswersInBoth = (bytes, ip) => answersIn(tool, 'x86', task, bytes, ip)
  const programs = programReadTwoWays(tool, difficulty, { bits: 64, only: mnemonicsFor(task) }, answersInBoth)
  return shownAs('x86-64', programs, otherFor(tool, task, difficulty, 'x86-64'))
}

function shownAs(isa: Isa, programs: fc.Arbitrary<Program>, others: fc.Arbitrary<Program>): fc.Arbitrary<ShownProgram> {
  return fc
    .tuple(programs, others)
    .map(([drawn, { instructions }]) => ({ isa, program: drawn, other: instructions[0] as ShownProgram['other'] }))
}

function programsFor(tool: X86Tool, task: Level0Task, difficulty: ProgramDifficulty, isa: Isa): fc.Arbitrary<Program> {
  const bits = isa === 'x86-64' ? 64 : 32
  if (task === 'encode') return isa === 'x86' ? encodableProgramInBothModes(tool, difficulty) : encodableProgram(tool, difficulty, bits)
  const only = mnemonicsFor(task)
  if (isa === 'x86') return programInBothModes(tool, difficulty, only)
  const programs = program(tool, difficulty, { bits, only })
  return task === 'classify' ? withOpenEndings(tool, bits, programs) : programs
}

/** Returns an arbitrary of single instructions as they occur in programs of the kind. */
function otherFor(tool: X86Tool, task: Level0Task, difficulty: ProgramDifficulty, isa: Isa): fc.Arbitrary<Program> {
  const only = mnemonicsFor(task)
  if (task === 'encode') return programsFor(tool, task, 'easy', isa)
  if (isa === 'x86') return oneInstruction(tool, 32, shapeInBothModes(tool, difficulty, only))
  const bits = isa === 'x86-64' ? 64 : 32
  return oneInstruction(tool, bits, programShape(tool, difficulty, { bits, only }))
}

const mnemonicsFor = (task: Level0Task): ((mnemonic: string) => boolean) =>
  task === 'classify' ? mnemonic => instructionClass(mnemonic) !== undefined : () => true
