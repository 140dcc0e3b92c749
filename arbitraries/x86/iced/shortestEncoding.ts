import type * as Iced from 'iced-x86'
import { groupByMnemonic } from '../codes/groupByMnemonic'
import type { Bits, CodeDescription, ImmediateKind } from '../instructions/draft'
import { encodeEdited } from './encodeEdited'

/** Function that returns the shortest encoding of the first instruction of some bytes; of several, the smallest byte by byte. */
export type ShortestEncoding = (bits: Bits, bytes: Uint8Array, ip: number) => Uint8Array

/**
 * Returns that function. It tries every code of the instruction's mnemonic, with every width of immediate and displacement
 * that the operands admit. It keeps the best encoding that decodes to the same text.
 */
export function shortestEncodings(
  iced: typeof Iced,
  codes: (bits: Bits) => readonly CodeDescription[],
  textOf: (bits: Bits, bytes: Uint8Array, ip: number) => string | undefined,
): ShortestEncoding {
  const encoders = { 32: new iced.Encoder(32), 64: new iced.Encoder(64) }
  const byMnemonic = { 32: groupByMnemonic(codes(32)), 64: groupByMnemonic(codes(64)) }
  const classOf = operandClasses(iced)
  return (bits, bytes, ip) => {
    const original = decodeFirst(iced, bits, bytes, ip)
    const classes = Array.from({ length: original.opCount }, (_, index) => classOf(original, index))
    const mnemonic = (iced.Mnemonic[original.mnemonic] as string).toLowerCase()
    const candidates = (byMnemonic[bits].get(mnemonic) ?? []).filter(code => accepts(code, classes))
    const sizes = classes.includes(MEMORY) ? displacementSizes(iced, original, bits) : [original.memoryDisplSize]
    let best = bytes.subarray(0, original.length)
    if (candidates.length > 1 || sizes.length > 1 || sizes[0] !== original.memoryDisplSize) {
      const text = textOf(bits, bytes, ip)
      for (const code of candidates) {
        for (const displacementSize of sizes) {
          const encoded = encodeAs(iced, encoders[bits], original, code, displacementSize, ip)
          if (encoded !== undefined && precedes(encoded, best) && textOf(bits, encoded, ip) === text) best = encoded
        }
      }
    }
    original.free()
    return best
  }
}

/** Returns true if `one` is shorter than `other`, or equally long and less, compared byte by byte. */
export function precedes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return one.length < other.length
  const at = one.findIndex((byte, index) => byte !== other[index])
  return at >= 0 && (one[at] as number) < (other[at] as number)
}

function decodeFirst(iced: typeof Iced, bits: Bits, bytes: Uint8Array, ip: number): Iced.Instruction {
  const decoder = new iced.Decoder(bits, bytes, iced.DecoderOptions.None)
  decoder.ip = BigInt(ip)
  const instruction = decoder.decode()
  decoder.free()
  return instruction
}

/** Requirement that an operand puts on a code. It is checked before encoding, because a failure to encode is slow. */
type OperandClass =
  | { readonly _tag: 'memory' }
  | { readonly _tag: 'immediate'; readonly value: bigint }
  | { readonly _tag: 'register'; readonly name: string; readonly kind: string }
  | { readonly _tag: 'other' }

const MEMORY: OperandClass = { _tag: 'memory' }
const OTHER: OperandClass = { _tag: 'other' }

function operandClasses(iced: typeof Iced): (instruction: Iced.Instruction, index: number) => OperandClass {
  const registers = new Map<number, OperandClass>()
  for (const [name, register] of Object.entries(iced.Register)) {
    if (typeof register !== 'number' || register > iced.Register.TMM7) continue
    registers.set(register, { _tag: 'register', name: name.toLowerCase(), kind: registerKind(iced, register) })
  }
  return (instruction, index) => {
    const kind = instruction.opKind(index)
    if (kind === iced.OpKind.Register) return registers.get(instruction.opRegister(index)) ?? OTHER
    if (kind === iced.OpKind.Memory) return MEMORY
    const immediate = kind >= iced.OpKind.Immediate8 && kind <= iced.OpKind.Immediate32to64
    return immediate ? { _tag: 'immediate', value: instruction.immediate(index) } : OTHER
  }
}

/** Returns the prefix of the operand kinds that accept a general or vector register. */
function registerKind({ RegisterExt }: typeof Iced, register: number): string {
  if (RegisterExt.isGPR(register)) return `r${RegisterExt.size(register) * 8}`
  if (RegisterExt.isMM(register)) return 'mm'
  return RegisterExt.isXMM(register) ? 'xmm' : ''
}

const ONE_REGISTER = /^(?:al|cl|ax|dx|eax|rax|es|cs|ss|ds|fs|gs|st0)$/

function accepts({ operands }: CodeDescription, classes: readonly OperandClass[]): boolean {
  return operands.length === classes.length && operands.every((kind, index) => admits(kind, classes[index] ?? OTHER))
}

function admits(kind: string, wanted: OperandClass): boolean {
  switch (wanted._tag) {
    case 'memory':
      return kind.includes('mem')
    case 'immediate':
      return kind.startsWith('imm') && canHold(kind, wanted.value)
    case 'register':
      return ONE_REGISTER.test(kind) ? kind === wanted.name : kind.startsWith(wanted.kind)
    case 'other':
      return true
  }
}

/** Returns true if a sign-extended immediate of a kind can have a value of the extended width. */
function canHold(kind: string, value: bigint): boolean {
  const extended = /^imm(\d+)sex(\d+)$/.exec(kind)
  if (extended === null) return kind !== 'imm8_const_1' || value === 1n
  const signed = BigInt.asIntN(Number(extended[2]), value)
  return BigInt.asIntN(Number(extended[1]), signed) === signed
}

/** Returns the widths in bytes that can hold the displacement. Without a base register, only the widest can. */
function displacementSizes(iced: typeof Iced, { memoryBase, memoryDisplacement }: Iced.Instruction, bits: Bits): readonly number[] {
  if (memoryBase === iced.Register.None || memoryBase === iced.Register.RIP) return [bits / 8]
  if (memoryDisplacement === 0n) return [0, 1]
  const signed = BigInt.asIntN(bits, memoryDisplacement)
  return signed >= -0x80n && signed <= 0x7fn ? [1] : [bits / 8]
}

function encodeAs(
  iced: typeof Iced,
  encoder: Iced.Encoder,
  original: Iced.Instruction,
  code: CodeDescription,
  displacementSize: number,
  ip: number,
): Uint8Array | undefined {
  return encodeEdited(encoder, original.clone(), ip, instruction => {
    instruction.code = code.code
    if (displacementSize !== instruction.memoryDisplSize) instruction.memoryDisplSize = displacementSize
    for (const [index, kind] of code.operands.entries()) setImmediateKind(iced, instruction, original, kind, index)
  })
}

const IMMEDIATE_KINDS: { readonly [operandKind: string]: ImmediateKind } = {
  imm8: 'Immediate8',
  imm8_const_1: 'Immediate8',
  imm8sex16: 'Immediate8to16',
  imm8sex32: 'Immediate8to32',
  imm8sex64: 'Immediate8to64',
  imm16: 'Immediate16',
  imm32: 'Immediate32',
  imm32sex64: 'Immediate32to64',
  imm64: 'Immediate64',
}

function setImmediateKind(
  iced: typeof Iced,
  instruction: Iced.Instruction,
  original: Iced.Instruction,
  operandKind: string,
  index: number,
): void {
  const kind = IMMEDIATE_KINDS[operandKind]
  if (kind === undefined) return
  instruction.setOpKind(index, iced.OpKind[kind])
  instruction.setImmediateU64(index, original.immediate(index))
}
