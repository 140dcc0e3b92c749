import type { Instruction } from '../../../../../arbitraries/x86/interpreter/instruction'
import { lowPart, RAX, RDX } from '../../../../../arbitraries/x86/interpreter/registers'
import { type Below, pick } from './drawInstruction'
import { drawBorder } from './borders'
import { type Draft, partOf, putBytes } from './draft'
import { drawPlace, drawTarget } from './places'

/** Places the memory operand at an address and puts content there. */
export function setMemory(below: Below, draft: Draft, instruction: Instruction): void {
  const memory = instruction.operands.find(operand => operand._tag === 'Memory')
  // The registers of string instructions are already set.
  if (memory?._tag !== 'Memory' || memory.width === undefined || /^(?:movs|cmps|stos|lods|scas)[bwdq]$/.test(instruction.mnemonic)) return
  const { base, index, scale, displacement } = memory.address
  const bytes = memory.width / 8
  const drawn = drawPlace(below, draft.window, bytes)
  const aligned = bytes === 16 && below(4) > 0 ? drawn & ~0xfn : drawn
  const place = aligned - displacement
  const { registers } = draft
  if (index === base) registers[base] = BigInt.asUintN(64, place) / BigInt(1 + scale)
  else registers[base] = BigInt.asUintN(64, index === undefined ? place : place - (registers[index] as bigint) * BigInt(scale))
  if (below(3) > 0) putBytes(draft, aligned, contentFor(below, draft, instruction, memory.width), bytes)
}

/** Draws the content of memory: a branch target, a compared value, the value of the register operand, or a number at a border. */
function contentFor(below: Below, draft: Draft, { mnemonic, operands }: Instruction, width: 8 | 16 | 32 | 64 | 128): bigint {
  if (mnemonic === 'jmp' || mnemonic === 'call') return drawTarget(below)
  const half = width === 128 ? 64 : 32
  if (/^cmpxchg(?:8|16)b$/.test(mnemonic)) return (partOf(draft, lowPart(RDX, half)) << BigInt(half)) | partOf(draft, lowPart(RAX, half))
  const border = drawBorder(below, width)
  if (mnemonic === 'cmpxchg' && width !== 128) return pick(below, [border, partOf(draft, lowPart(RAX, width))])
  const register = operands.find(operand => operand._tag === 'Register')
  return register?._tag === 'Register' && below(6) === 0 ? partOf(draft, register.register) : border
}
