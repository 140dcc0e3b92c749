import { groupByMnemonic } from '../codes/groupByMnemonic'
import type { X86Tool } from '../iced/iced'
import { precedes } from '../iced/shortestEncoding'
import type { CodeDescription, ImmediateKind, InstructionDraft, OperandDraft } from '../instructions/draft'
import { memoize } from '../memoize'
import { printInstruction } from './canonicalAsm'
import type { Address, Instruction, Operand } from './instruction'
import { lowPart } from './registers'

const XLATB = Uint8Array.of(0xd7)

/** Returns iced's shortest encoding of an instruction at an address, or undefined if it has none. */
export function machineCodeOf(tool: X86Tool, instruction: Instruction, ip: number): Uint8Array | undefined {
  // iced prints the implied operands.
  if (instruction.mnemonic === 'xlatb') return XLATB
  if (instruction.mnemonic === 'enter') return enterCode(instruction)
  const text = printInstruction(instruction)
  let best: Uint8Array | undefined
  for (const code of codesByMnemonic(tool).get(instruction.mnemonic) ?? []) {
    for (const displacementForm of ['none', 'short', 'long'] as const) {
      const draft = draftOf(instruction, code, displacementForm)
      const bytes = draft === undefined ? undefined : tool.encode(64, draft, ip)
      if (bytes === undefined || (best !== undefined && !precedes(bytes, best))) continue
      const { instructions } = tool.decode(64, bytes, ip)
      if (instructions.length === 1 && instructions[0]?.text === text) best = bytes
    }
  }
  return best
}

/** Returns the bytes of `enter` with nesting level 0, because iced names its second immediate differently. */
function enterCode({ operands: [size] }: Instruction): Uint8Array | undefined {
  return size?._tag === 'Immediate' ? Uint8Array.of(0xc8, Number(size.value & 0xffn), Number(size.value >> 8n), 0) : undefined
}

const codesByMnemonic = memoize((tool: X86Tool) =>
  groupByMnemonic(tool.codes(64).filter(({ encoding }) => encoding === 'Legacy' || encoding === 'VEX')),
)

const PLAIN = { segment: 'none', mask: 'none', zeroing: false, broadcast: false, rounding: 'None', suppressesExceptions: false } as const

function draftOf(
  { operands, prefix }: Instruction,
  code: CodeDescription,
  displacementForm: 'none' | 'short' | 'long',
): InstructionDraft | undefined {
  const isString = code.operands.some(kind => STRING.test(kind))
  // iced counts the accumulator of a string instruction as an operand; the text does not.
  const kinds = isString ? code.operands.filter(kind => STRING.test(kind)) : code.operands
  if (kinds.length !== operands.length) return undefined
  // Without a memory operand, there is no form of displacement to vary.
  if (displacementForm !== 'none' && operands.every(({ _tag }) => _tag !== 'Memory')) return undefined
  const drafts = isString
    ? code.operands.map(kind => stringOperand(kind))
    : operands.map((operand, index) => operandDraft(operand, kinds[index] as string, displacementForm))
  if (drafts.includes(undefined)) return undefined
  return { code, operands: drafts as OperandDraft[], prefix: prefix === 'repe' ? 'rep' : (prefix ?? 'none'), ...PLAIN }
}

/** Matches the operand kinds for the memory of string instructions, at rsi or rdi. */
const STRING = /^(?:seg_rSI|es_rDI)$/

const stringOperand = (kind: string): OperandDraft =>
  STRING.test(kind)
    ? { _tag: 'implied memory', kind: kind === 'es_rDI' ? 'MemoryESRDI' : 'MemorySegRSI' }
    : { _tag: 'register', register: kind }

function operandDraft(operand: Operand, kind: string, form: 'none' | 'short' | 'long'): OperandDraft | undefined {
  switch (operand._tag) {
    case 'Register': {
      const { name, width } = operand.register
      const offered = FIXED.test(kind) ? kind === name : kind.startsWith(`r${width}_`)
      // iced uses another name for the lowest bytes of r8 to r15.
      return offered ? { _tag: 'register', register: name.replace(/^(r\d+)b$/, '$1l') } : undefined
    }
    case 'Immediate':
      return immediateDraft(operand.value, kind)
    case 'Memory':
      return kind.includes('mem') && kind !== 'mem_offs' ? memoryDraft(operand.address, form) : undefined
  }
}

const FIXED = /^(?:al|cl|ax|dx|eax|rax)$/

const IMMEDIATES: { readonly [kind: string]: readonly [kind: ImmediateKind, bits: number] } = {
  imm8: ['Immediate8', 8],
  imm8_const_1: ['Immediate8', 8],
  imm8sex16: ['Immediate8to16', 8],
  imm8sex32: ['Immediate8to32', 8],
  imm8sex64: ['Immediate8to64', 8],
  imm16: ['Immediate16', 16],
  imm32: ['Immediate32', 32],
  imm32sex64: ['Immediate32to64', 32],
  imm64: ['Immediate64', 64],
}

function immediateDraft(value: bigint, kind: string): OperandDraft | undefined {
  if (kind.startsWith('br64')) return { _tag: 'branch', target: Number(value) }
  const [immediate, bits] = IMMEDIATES[kind] ?? []
  if (immediate === undefined || bits === undefined || (kind === 'imm8_const_1' && value !== 1n)) return undefined
  const wide = /sex(\d+)$/.exec(kind)?.[1]
  if (wide === undefined) return value >> BigInt(bits) === 0n ? { _tag: 'immediate', kind: immediate, value } : undefined
  const signed = BigInt.asIntN(Number(wide), value)
  return BigInt.asIntN(bits, signed) === signed ? { _tag: 'immediate', kind: immediate, value: signed } : undefined
}

function memoryDraft({ base, index, scale, displacement }: Address, displacementForm: 'none' | 'short' | 'long'): OperandDraft {
  return {
    _tag: 'memory',
    memory: {
      addressBits: 64,
      base: lowPart(base, 64).name,
      index: index === undefined ? 'none' : lowPart(index, 64).name,
      scale,
      displacement,
      displacementForm,
    },
  }
}
