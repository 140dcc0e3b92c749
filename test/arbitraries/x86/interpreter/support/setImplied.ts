import type { Instruction } from '../../../../../arbitraries/x86/interpreter/instruction'
import { lowPart, RAX, RBP, RBX, RCX, RDI, RDX, RSI, RSP } from '../../../../../arbitraries/x86/interpreter/registers'
import { type Below, pick } from './drawInstruction'
import { drawBorder, drawCount, random64 } from './borders'
import { type Draft, partOf, putBytes, setPart, widthAmong } from './draft'
import { drawPlace, drawTarget } from './places'

type Setter = (below: Below, draft: Draft, instruction: Instruction) => void

/** Setters of implicit and shared registers, so that values are at borders or the instruction has an effect. */
const SETTERS: readonly (readonly [mnemonics: RegExp, Setter])[] = [
  [/^(?:push|pop|enter|call|ret)$/, pointTo(RSP)],
  [/^leave$/, pointTo(RBP)],
  [/^(?:ret|leave)$/, setTop],
  [/^xlatb$/, setTable],
  [/^(?:loop|loope|loopne|jrcxz|jecxz)$/, setCounter],
  [/^i?div$/, setDivision],
  [/^cmpxchg$/, setCompared],
  [/^(?:movs|cmps|stos|lods|scas)[bwdq]$/, setString],
  [/^(?:bextr|bzhi|shlx|shrx|sarx|bt|bts|btr|btc)$/, setLastAsCount],
  [/^(?:shl|shr|sar|rol|ror|rcl|rcr|shld|shrd)$/, setCl],
  [/^(?:jmp|call)$/, setTarget],
]

const COUNTERS: readonly bigint[] = [0n, 1n, 2n, 3n, 1n << 32n, (1n << 32n) + 1n, (1n << 64n) - 1n, 0x8000_0000n]

/** Sets the registers that an instruction uses implicitly. */
export function setImplied(below: Below, draft: Draft, instruction: Instruction): void {
  for (const [mnemonics, settle] of SETTERS) if (mnemonics.test(instruction.mnemonic)) settle(below, draft, instruction)
}

/** Points a register to a possible place of the stack. */
function pointTo(register: number): Setter {
  return (below, { registers, window }) => {
    registers[register] = drawPlace(below, window, 8)
  }
}

function setCounter(below: Below, { registers }: Draft): void {
  registers[RCX] = pick(below, COUNTERS)
}

function setTop(below: Below, draft: Draft, { mnemonic }: Instruction): void {
  const top = draft.registers[mnemonic === 'ret' ? RSP : RBP] as bigint
  putBytes(draft, top, drawTarget(below), 8)
}

function setTable(below: Below, { registers, window }: Draft): void {
  registers[RBX] = drawPlace(below, window, 1) - BigInt(pick(below, [0, below(0x100)]))
}

/** Sets a dividend whose quotient just fits, just does not fit, or is arbitrary. */
function setDivision(below: Below, draft: Draft, { mnemonic, operands: [divisor] }: Instruction): void {
  const width = widthAmong(divisor === undefined ? [] : [divisor])
  const by = divisor?._tag === 'Register' ? partOf(draft, divisor.register) : drawBorder(below, width)
  const signed = mnemonic === 'idiv'
  const most = (1n << BigInt(signed ? width - 1 : width)) - 1n
  const quotient = pick(below, [most, most + 1n, ...(signed ? [-most - 1n, -most - 2n] : []), drawBorder(below, width) & most])
  const value = signed ? BigInt.asIntN(width, by) : by
  const rest = value === 0n ? 0n : random64(below) % value
  const dividend = BigInt.asUintN(2 * width, quotient * value + rest)
  const whole = width === 128 ? 64 : width
  setPart(draft, width === 8 ? lowPart(RAX, 16) : lowPart(RAX, whole), dividend)
  if (width > 8) setPart(draft, lowPart(RDX, whole), dividend >> BigInt(width))
}

/** Often makes the compared values equal. */
function setCompared(below: Below, draft: Draft, { operands: [first] }: Instruction): void {
  if (first?._tag === 'Register' && below(2) === 0) setPart(draft, lowPart(RAX, first.register.width), partOf(draft, first.register))
}

/** Sets few elements that are equal except for a few bytes. */
function setString(below: Below, draft: Draft, { prefix, mnemonic }: Instruction): void {
  const { registers, window, memory } = draft
  const bytes = { b: 1, w: 2, d: 4, q: 8 }[mnemonic.at(-1) as 'b']
  registers[RSI] = drawPlace(below, window, bytes)
  registers[RDI] = pick(below, [drawPlace(below, window, bytes), (registers[RSI] as bigint) + BigInt(below(9) - 4)])
  if (prefix !== undefined) registers[RCX] = BigInt(pick(below, [0, 1, below(4), below(9)]))
  if (below(2) === 0) return
  const byte = below(0x100)
  memory.fill(byte)
  for (let odd = below(4); odd > 0; odd--) memory[below(memory.length)] = below(0x100)
  registers[RAX] = BigInt(byte) * 0x0101_0101_0101_0101n
}

function setLastAsCount(below: Below, { registers }: Draft, { operands }: Instruction): void {
  const last = operands.at(-1)
  if (last?._tag !== 'Register' || below(4) === 0) return
  const { number, width } = last.register
  const count = BigInt(drawCount(below, width)) | (BigInt(drawCount(below, width)) << 8n)
  registers[number] = pick(below, [count, count, count & 0xffn]) | ((BigInt(below(2)) * (random64(below) << 16n)) & ~0xffff_0000_0000_0000n)
}

function setCl(below: Below, draft: Draft, { operands }: Instruction): void {
  if (operands.at(-1)?._tag === 'Register') setPart(draft, lowPart(RCX, 8), BigInt(drawCount(below, widthAmong(operands))))
}

function setTarget(below: Below, { registers }: Draft, { operands: [target] }: Instruction): void {
  if (target?._tag === 'Register') registers[target.register.number] = drawTarget(below)
}
