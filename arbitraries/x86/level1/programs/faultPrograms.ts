import type { Difficulty } from '../../../../src/model/vocabulary'
import type { Choose } from '../../../choiceSequence'
import type { Instruction } from '../../interpreter/instruction'
import { RDX, RSP } from '../../interpreter/registers'
import { POOLS } from './pools'
import { DATA, Sketch } from './sketch'
import { drawInstruction, step, type Wish } from './step'
import { bodyWish, drawCount, type Special } from './topicPrograms'
import { drawValue } from './values'

/** How a program ends, each with how often of a hundred. */
const ENDINGS = [
  ['none', 20],
  ['division', 32],
  ['page', 39],
  ['undefined', 9],
] as const
type FaultEnding = (typeof ENDINGS)[number][0]

/** Draws a program of which one instruction faults, or none though one might. */
export function drawFaultProgram(choose: Choose, difficulty: Difficulty): Sketch | undefined {
  const ending = drawEnding(choose)
  return drawFaultProgramWith(choose, difficulty, (next, sketch) =>
    ending === 'none' ? step(next, sketch, mayFault(next)) : addFaulting(next, sketch, ending),
  )
}

/** Draws a program of which one instruction is a special one, which may fault. */
export function drawFaultProgramWith(choose: Choose, difficulty: Difficulty, special: Special): Sketch | undefined {
  const sketch = new Sketch(choose)
  const count = drawCount(choose, 'faults', difficulty)
  const at = choose.integer(0, count - 1)
  while (sketch.instructions.length < count) {
    const isSpecial = sketch.instructions.length === at
    if (!(isSpecial ? special(choose, sketch) : step(choose, sketch, bodyWish(choose, 'faults', difficulty)))) return undefined
  }
  return sketch
}

function drawEnding(choose: Choose): FaultEnding {
  let left = choose.integer(0, 99)
  for (const [ending, share] of ENDINGS) {
    if (left < share) return ending
    left -= share
  }
  return 'none'
}

const mayFault = (choose: Choose): Wish =>
  choose.boolean() ? { pool: POOLS.divisions, taste: { memory: false } } : { pool: POOLS.mediumMemory, taste: { memory: true } }

const TRIES = 30

/** Adds an instruction that faults as wanted; what stands behind it is never executed. */
function addFaulting(choose: Choose, sketch: Sketch, ending: FaultEnding): boolean {
  for (let tries = 0; tries < TRIES; tries++) {
    const instruction = drawInstruction(choose, sketch, wishFor(choose, ending))
    if (instruction === undefined) continue
    if (ending === 'division') breakDivision(choose, sketch, instruction)
    if (ending === 'page') breakAddress(choose, sketch, instruction)
    if (sketch.addFault(instruction)) return true
  }
  return false
}

function wishFor(choose: Choose, ending: FaultEnding): Wish {
  if (ending === 'division') return { pool: POOLS.divisions, taste: { memory: false } }
  if (ending === 'undefined') return { pool: POOLS.undefinedInstruction, taste: { memory: false } }
  return choose.integer(0, 4) === 0
    ? { pool: POOLS.stack, taste: { memory: false } }
    : { pool: POOLS.mediumMemory, taste: { memory: true } }
}

/** A divisor of zero, or a dividend too great for it. */
function breakDivision(choose: Choose, sketch: Sketch, { operands: [divisor] }: Instruction): void {
  if (choose.boolean()) {
    sketch.settle(RDX, drawValue(choose))
    return
  }
  if (divisor?._tag !== 'Register') return
  const { number, width, high } = divisor.register
  // What is beyond the divisor's width does not count.
  const above = width === 64 ? 0n : high ? drawValue(choose) & ~0xff00n : drawValue(choose) & ~((1n << BigInt(width)) - 1n)
  sketch.settle(number, choose.integer(0, 2) > 0 ? above : drawValue(choose))
}

/** Moves the pointer of an operand off the page: over one of its ends, or to anywhere. */
function breakAddress(choose: Choose, sketch: Sketch, { operands, mnemonic }: Instruction): void {
  const memory = operands.find(operand => operand._tag === 'Memory')
  const base = memory?._tag === 'Memory' ? memory.address.base : RSP
  const away = memory?._tag === 'Memory' ? memory.address.displacement : 0n
  const place = drawUnmapped(choose, mnemonic === 'push')
  sketch.settle(base, BigInt.asUintN(64, place - away))
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
