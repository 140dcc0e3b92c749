import * as fc from 'fast-check'
import { programInBothModes, shapeInBothModes } from '../programs/bothModes'
import { instructionClass } from './classes'
import { endingOpen } from './endings'
import { edgeExists, edgeProgram, type ProgramEdge } from '../programs/edges'
import { encodableProgram, encodableProgramInBothModes } from '../programs/encodable'
import type { X86Tool } from '../../iced/iced'
import { oneInstruction, type Program, program, type ProgramDifficulty, programShape } from '../../programs/program'
import { answersIn } from './answersIn'
import type { Isa, Question, Task } from './question'
import { questions, type Shown, toldQuestions } from './questions'
import { type AnswersInBoth, programReadTwoWays } from './readTwoWays'

/** How often each isa is declared; `x86` only on programs that both modes read alike. */
const WEIGHTS = { 'x86-64': 6, 'x86-32': 3, x86: 1 } as const
const ISAS = ['x86-64', 'x86-32', 'x86'] as const

/**
 * Programs fit for a task, of which anything may be stated: those for `classify` have only mnemonics whose class is beyond
 * doubt. Bytes name their mode: where they do not, it is the statement that tells it.
 */
export function shownPrograms(tool: X86Tool, task: Task, difficulty: ProgramDifficulty): fc.Arbitrary<Shown> {
  const branches = ISAS.filter(isa => isa !== 'x86' || task === 'encode').map(isa => ({
    arbitrary: shownAs(isa, programsFor(tool, task, difficulty, isa), otherFor(tool, task, difficulty, isa)),
    weight: WEIGHTS[isa],
  }))
  return fc.oneof(...branches)
}

/** So that of each difficulty as many are told: of easy and medium ones more name their isa after all. */
const TOLD: Readonly<Record<ProgramDifficulty, number>> = { easy: 15, medium: 15, hard: 10 }

/**
 * What a topic asks at a difficulty. Where bytes declare `x86` and something is stated, the statement tells the mode, and
 * where nothing is stated, both modes answer alike: neither the declaration nor the statement gives a trap away.
 */
export function topicQuestions(tool: X86Tool, task: Task, difficulty: ProgramDifficulty): fc.Arbitrary<Question> {
  if (task === 'encode') return questions(task, shownPrograms(tool, task, difficulty))
  const as = (isa: Isa) => shownAs(isa, programsFor(tool, task, difficulty, isa), otherFor(tool, task, difficulty, isa))
  return fc.oneof(
    { arbitrary: questions(task, as('x86-64')), weight: 120 },
    { arbitrary: questions(task, as('x86-32')), weight: 60 },
    { arbitrary: questions(task, as('x86'), fc.constant(false)), weight: 10 },
    { arbitrary: toldQuestions(tool, task, difficulty, shownReadTwoWays(tool, task, difficulty)), weight: TOLD[difficulty] },
  )
}

/** Programs fit for a task of which one instruction shows an edge. */
export function shownEdgePrograms(tool: X86Tool, task: Task, difficulty: ProgramDifficulty, edge: ProgramEdge): fc.Arbitrary<Shown> {
  const of = (bits: 32 | 64): fc.Arbitrary<Program> => {
    const programs = edgeProgram(tool, edge, difficulty, { bits, only: mnemonicsFor(task) })
    return task === 'classify' ? endingOpen(tool, bits, programs) : programs
  }
  const in64 = shownAs('x86-64', of(64), otherFor(tool, task, difficulty, 'x86-64'))
  if (!edgeExists(edge, difficulty, 32)) return in64
  const in32 = shownAs('x86-32', of(32), otherFor(tool, task, difficulty, 'x86-32'))
  return fc.oneof({ arbitrary: in64, weight: WEIGHTS['x86-64'] }, { arbitrary: in32, weight: WEIGHTS['x86-32'] })
}

/**
 * Programs fit for a task that could be read in the other mode too, where the task would then answer something else.
 * They are 64-bit code: what 32-bit code says seldom has another length or class there.
 */
export function shownReadTwoWays(tool: X86Tool, task: Task, difficulty: ProgramDifficulty): fc.Arbitrary<Shown> {
  const answersInBoth: AnswersInBoth = (bytes, ip) => answersIn(tool, 'x86', task, bytes, ip)
  const programs = programReadTwoWays(tool, difficulty, { bits: 64, only: mnemonicsFor(task) }, answersInBoth)
  return shownAs('x86-64', programs, otherFor(tool, task, difficulty, 'x86-64'))
}

function shownAs(isa: Isa, programs: fc.Arbitrary<Program>, others: fc.Arbitrary<Program>): fc.Arbitrary<Shown> {
  return fc.tuple(programs, others).map(([drawn, { instructions }]) => ({ isa, program: drawn, other: instructions[0] as Shown['other'] }))
}

function programsFor(tool: X86Tool, task: Task, difficulty: ProgramDifficulty, isa: Isa): fc.Arbitrary<Program> {
  const bits = isa === 'x86-64' ? 64 : 32
  if (task === 'encode') return isa === 'x86' ? encodableProgramInBothModes(tool, difficulty) : encodableProgram(tool, difficulty, bits)
  const only = mnemonicsFor(task)
  if (isa === 'x86') return programInBothModes(tool, difficulty, only)
  const programs = program(tool, difficulty, { bits, only })
  return task === 'classify' ? endingOpen(tool, bits, programs) : programs
}

/** One instruction as it could stand in a program of the kind. */
function otherFor(tool: X86Tool, task: Task, difficulty: ProgramDifficulty, isa: Isa): fc.Arbitrary<Program> {
  const only = mnemonicsFor(task)
  if (task === 'encode') return programsFor(tool, task, 'easy', isa)
  if (isa === 'x86') return oneInstruction(tool, 32, shapeInBothModes(tool, difficulty, only))
  const bits = isa === 'x86-64' ? 64 : 32
  return oneInstruction(tool, bits, programShape(tool, difficulty, { bits, only }))
}

const mnemonicsFor = (task: Task): ((mnemonic: string) => boolean) =>
  task === 'classify' ? mnemonic => instructionClass(mnemonic) !== undefined : () => true
