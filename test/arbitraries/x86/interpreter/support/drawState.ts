import type { Instruction } from '../../../../../arbitraries/x86/interpreter/instruction'
import { FLAG_BITS, type Run, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'
import type { Below } from './drawInstruction'
import { drawRegister } from './borders'
import { type Draft, partOf, setPart, widthAmong } from './draft'
import { drawWindow } from './places'
import { setImplied } from './setImplied'
import { setMemory } from './setMemory'

/** Start state of code. */
export type Start = Pick<Run, 'registers' | 'flags' | 'window' | 'memory' | 'fill'>

const BITS = Object.values(FLAG_BITS)

/** Draws a state in which an instruction has an effect: its memory is usually mapped, and its values are at borders. */
export function drawState(below: Below, instruction: Instruction): Start {
  const width = Math.min(widthAmong(instruction.operands), 64)
  const registers = Array.from({ length: 16 }, () => drawRegister(below, width))
  const draft: Draft = { registers, window: drawWindow(below), memory: randomBytes(below) }
  setEqual(below, draft, instruction)
  setImplied(below, draft, instruction)
  setMemory(below, draft, instruction)
  const flags = BITS.reduce<number>((all, bit) => all | (below(2) * bit), 0)
  return { ...draft, registers: BigUint64Array.from(registers), flags, fill: below(0x100) }
}

function randomBytes(below: Below): Uint8Array {
  const words = Uint32Array.from({ length: WINDOW_BYTES / 4 }, () => below(0x1_0000_0000))
  return new Uint8Array(words.buffer)
}

/** Sometimes gives both operands the same value. */
function setEqual(below: Below, draft: Draft, { operands: [first, second] }: Instruction): void {
  if (first?._tag !== 'Register' || second?._tag !== 'Register' || below(6) > 0) return
  setPart(draft, second.register, partOf(draft, first.register))
}
