import type { Difficulty } from '../../../../src/model/vocabulary'
import type { Choose } from '../../../choiceSequence'
import type { Instruction } from '../../interpreter/instruction'
import { RDX, RSP } from '../../interpreter/registers'
import { POOLS } from './pools'
import { DATA, ProgramBuilder } from './programBuilder'
import { drawInstruction, addInstruction, type InstructionSpec } from './step'
import { bodySpec, drawCount, type Special } from './topicPrograms'
import { drawValue } from './values'

/** Endings of a program, each with its percentage. */
const ENDINGS = [
  ['none', 20],
  ['division', 32],
  ['page', 39],
  ['undefined', 9],
] as const
type FaultEnding = (typeof ENDINGS)[number][0]

/** Draws a program in which one instruction faults, or none although one might. */
export function drawFaultProgram(choose: Choose, difficulty: Difficulty): ProgramBuilder | undefined {
  const ending = drawEnding(choose)
  return drawFaultProgramWith(choose, difficulty, (next, builder) =>
    ending === 'none' ? addInstruction(next, builder, mayFault(next)) : addFaulting(next, builder, ending),
  )
}

/** Draws a program with one special instruction, which may fault. */
export function drawFaultProgramWith(choose: Choose, difficulty: Difficulty, special: Special): ProgramBuilder | undefined {
  const builder = new ProgramBuilder(choose)
  const count = drawCount(choose, 'faults', difficulty)
  const at = choose.integer(0, count - 1)
  while (builder.instructions.length < count) {
    const isSpecial = builder.instructions.length === at
    if (!(isSpecial ? special(choose, builder) : addInstruction(choose, builder, bodySpec(choose, 'faults', difficulty)))) return undefined
  }
  return builder
}

function drawEnding(choose: Choose): FaultEnding {
  let left = choose.integer(0, 99)
  for (const [ending, share] of ENDINGS) {
    if (left < share) return ending
    left -= share
  }
  return 'none'
}

const mayFault = (choose: Choose): InstructionSpec =>
  choose.boolean() ? { pool: POOLS.divisions, style: { memory: false } } : { pool: POOLS.mediumMemory, style: { memory: true } }

const MAX_ATTEMPTS = 30

/** Adds an instruction with the given fault. Instructions after it are never executed. */
function addFaulting(choose: Choose, builder: ProgramBuilder, ending: FaultEnding): boolean {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const instruction = drawInstruction(choose, builder, specFor(choose, ending))
    if (instruction === undefined) continue
    if (ending === 'division') breakDivision(choose, builder, instruction)
    if (ending === 'page') breakAddress(choose, builder, instruction)
    if (builder.addFault(instruction)) return true
  }
  return false
}

function specFor(choose: Choose, ending: FaultEnding): InstructionSpec {
  if (ending === 'division') return { pool: POOLS.divisions, style: { memory: false } }
  if (ending === 'undefined') return { pool: POOLS.undefinedInstruction, style: { memory: false } }
  return choose.integer(0, 4) === 0
    ? { pool: POOLS.stack, style: { memory: false } }
    : { pool: POOLS.mediumMemory, style: { memory: true } }
}

/** Sets a divisor of zero, or a dividend that is too large for the divisor. */
function breakDivision(choose: Choose, builder: ProgramBuilder, { operands: [divisor] }: Instruction): void {
  if (choose.boolean()) {
    builder.setInitialValue(RDX, drawValue(choose))
    return
  }
  if (divisor?._tag !== 'Register') return
  const { number, width, high } = divisor.register
  // Bits above the divisor's width have no effect.
  const above = width === 64 ? 0n : high ? drawValue(choose) & ~0xff00n : drawValue(choose) & ~((1n << BigInt(width)) - 1n)
  builder.setInitialValue(number, choose.integer(0, 2) > 0 ? above : drawValue(choose))
}

/** Moves the pointer of an operand off the page: across one of its ends, or anywhere. */
function breakAddress(choose: Choose, builder: ProgramBuilder, { operands, mnemonic }: Instruction): void {
  const memory = operands.find(operand => operand._tag === 'Memory')
  const base = memory?._tag === 'Memory' ? memory.address.base : RSP
  const away = memory?._tag === 'Memory' ? memory.address.displacement : 0n
  const address = drawUnmapped(choose, mnemonic === 'push')
  builder.setInitialValue(base, BigInt.asUintN(64, address - away))
}

function drawUnmapped(choose: Choose, below: boolean): bigint {
  switch (choose.integer(0, 3)) {
    case 0:
      return BigInt(below ? DATA.start + choose.integer(0, 7) : DATA.end - choose.integer(0, 3))
    case 1:
      return BigInt(DATA.end + choose.integer(0, 0xfff))
    case 2:
      return BigInt(choose.integer(0, DATA.start - 0x40))
    default:
      return BigInt(choose.integer(0x100_0000, 0x7fff_0000))
  }
}
