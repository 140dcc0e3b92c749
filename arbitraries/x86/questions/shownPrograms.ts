import * as fc from 'fast-check'
import { programInBothModes } from '../programs/bothModes'
import { instructionClass } from '../codes/classes'
import { edgeExists, edgeProgram, type ProgramEdge } from '../programs/edges'
import { encodableProgram, encodableProgramInBothModes } from '../programs/encodable'
import type { X86Tool } from '../iced/iced'
import { type Program, program, type ProgramDifficulty } from '../programs/program'
import type { Isa, Task } from './question'
import type { Shown } from './questions'
import { answersIn } from './answersIn'
import { type AnswersInBoth, programReadTwoWays } from '../programs/readTwoWays'

/** How often each isa is declared; `x86` only on programs that both modes read alike. */
const WEIGHTS = { 'x86-64': 6, 'x86-32': 3, x86: 1 } as const

/** Programs fit for a task: those for `classify` have only mnemonics whose class is beyond doubt. */
export function shownPrograms(tool: X86Tool, task: Task, difficulty: ProgramDifficulty): fc.Arbitrary<Shown> {
  const only = mnemonicsFor(task)
  const of = (bits: 32 | 64): fc.Arbitrary<Program> =>
    task === 'encode' ? encodableProgram(tool, difficulty, bits) : program(tool, difficulty, { bits, only })
  const both = task === 'encode' ? encodableProgramInBothModes(tool, difficulty) : programInBothModes(tool, difficulty, only)
  return fc.oneof(shownAs('x86-64', of(64)), shownAs('x86-32', of(32)), shownAs('x86', both))
}

/** Programs fit for a task of which one instruction shows an edge. */
export function shownEdgePrograms(tool: X86Tool, task: Task, difficulty: ProgramDifficulty, edge: ProgramEdge): fc.Arbitrary<Shown> {
  const of = (bits: 32 | 64): fc.Arbitrary<Program> => edgeProgram(tool, edge, difficulty, { bits, only: mnemonicsFor(task) })
  const in64 = shownAs('x86-64', of(64))
  return edgeExists(edge, difficulty, 32) ? fc.oneof(in64, shownAs('x86-32', of(32))) : in64.arbitrary
}

/**
 * Programs fit for a task that could be read in the other mode too, where the task would then answer something else.
 * They are 64-bit code: what 32-bit code says seldom has another length or class there.
 */
export function shownReadTwoWays(tool: X86Tool, task: Task, difficulty: ProgramDifficulty): fc.Arbitrary<Shown> {
  const answersInBoth: AnswersInBoth = (bytes, ip) => answersIn(tool, 'x86', task, bytes, ip)
  const programs = programReadTwoWays(tool, difficulty, { bits: 64, only: mnemonicsFor(task) }, answersInBoth)
  return shownAs('x86-64', programs).arbitrary
}

function shownAs(isa: Isa, programs: fc.Arbitrary<Program>): { readonly arbitrary: fc.Arbitrary<Shown>; readonly weight: number } {
  return { arbitrary: programs.map(drawn => ({ isa, program: drawn })), weight: WEIGHTS[isa] }
}

const mnemonicsFor = (task: Task): ((mnemonic: string) => boolean) =>
  task === 'classify' ? mnemonic => instructionClass(mnemonic) !== undefined : () => true
