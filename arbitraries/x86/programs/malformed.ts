import type { Choose } from '../../choiceSequence'
import { codePool } from '../codes/codePool'
import type { Bits, CodeDescription } from '../instructions/draft'
import { drawInstruction } from '../instructions/drawInstruction'
import { drawUntil } from '../instructions/drawUntil'
import type { Freedom } from '../instructions/freedom'
import type { X86Tool } from '../iced/iced'
import type { CodeLocation } from './program'
import { usableCodes } from '../codes/usableCodes'

/** Reason why bytes are not an instruction, regardless of what follows them. */
export type MalformedFamily = 'removedOpcode' | 'undefinedOpcode' | 'undefinedExtension' | 'misplacedLock' | 'overlong'

/** Bytes that no decoder can read as an instruction. */
export interface MalformedBytes {
  readonly family: MalformedFamily
  readonly bytes: Uint8Array
}

/** Function that draws bytes that are not an instruction, regardless of what follows them. */
export type MalformedMaker = (choose: Choose, location: Omit<CodeLocation, 'bits'>) => MalformedBytes

/** Opcodes of 32-bit code that do not exist in 64-bit code. */
const REMOVED = [
  0x06, 0x07, 0x0e, 0x16, 0x17, 0x1e, 0x1f, 0x27, 0x2f, 0x37, 0x3f, 0x60, 0x61, 0x82, 0x9a, 0xce, 0xd4, 0xd5, 0xd6, 0xea,
] as const

/** Opcodes after 0f that no processor defines. */
const UNDEFINED = [0x04, 0x0a, 0x0c, 0x25, 0x27, 0x36, 0x39, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f, 0x7a, 0x7b] as const

interface Extension {
  readonly opcode: readonly number[]
  /** Values of the middle field of the byte after the opcode. */
  readonly extensions: readonly number[]
  /** True if the operand must be a register; by default it may be anything. */
  readonly register?: true
}

/** Opcodes that a field of the next byte completes, and the values that are invalid for that field. */
const EXTENSIONS: readonly Extension[] = [
  { opcode: [0xfe], extensions: [2, 3, 4, 5, 6, 7] },
  { opcode: [0xff], extensions: [7] },
  { opcode: [0xff], extensions: [3, 5], register: true },
  { opcode: [0xc6], extensions: [1, 2, 3, 4, 5, 6] },
  { opcode: [0xc7], extensions: [1, 2, 3, 4, 5, 6] },
  { opcode: [0x8d], extensions: [0, 1, 2, 3, 4, 5, 6, 7], register: true },
  { opcode: [0x8c], extensions: [6, 7] },
  { opcode: [0x8e], extensions: [6, 7] },
  { opcode: [0x0f, 0x00], extensions: [6, 7] },
  { opcode: [0x0f, 0xba], extensions: [0, 1, 2, 3] },
  { opcode: [0x0f, 0x71], extensions: [0, 1, 3, 5, 7], register: true },
  { opcode: [0x0f, 0x72], extensions: [3, 5, 7], register: true },
  { opcode: [0x0f, 0xb2], extensions: [0, 1, 2, 3, 4, 5, 6, 7], register: true },
]

const LOCK = 0xf0
const MAX_INSTRUCTION_BYTES = 15

/** Returns a maker of bytes that both decoders reject in all given modes. */
export function malformedMaker(tool: X86Tool, modes: readonly Bits[]): MalformedMaker {
  const inAnyMode: readonly MalformedMaker[] = [undefinedOpcode, undefinedExtension]
  const [bits] = modes
  // In the other mode, the bytes behind LOCK or behind fifteen prefixes may decode differently.
  const inOneMode = modes.length === 1 && bits !== undefined ? [misplacedLock(tool, bits), overlong(tool, bits)] : []
  const in64 = modes.length === 1 && bits === 64 ? [removedOpcode] : []
  const families = [...in64, ...inAnyMode, ...inOneMode]
  return (choose, location) => {
    const { family, bytes } = choose.pick(families)(choose, location)
    return { family, bytes: extendUntilRejected(tool, modes, choose, bytes, location.ip) }
  }
}

/**
 * Appends bytes until iced rejects the instruction. For some invalid bytes, iced asks for more bytes than it needs to
 * reject them.
 */
function extendUntilRejected(tool: X86Tool, modes: readonly Bits[], choose: Choose, bytes: Uint8Array, ip: number): Uint8Array {
  let longer = bytes
  while (longer.length < MAX_INSTRUCTION_BYTES && modes.some(bits => isCut(tool, bits, longer, ip))) {
    longer = Uint8Array.from([...longer, choose.integer(0, 255)])
  }
  return longer
}

function isCut(tool: X86Tool, bits: Bits, bytes: Uint8Array, ip: number): boolean {
  const decoding = tool.decode(bits, bytes, ip)
  return decoding._tag === 'Broken' && decoding.cut
}

const removedOpcode: MalformedMaker = choose => ({
  family: 'removedOpcode',
  bytes: withTail(choose, [choose.pick(REMOVED)]),
})

const undefinedOpcode: MalformedMaker = choose => ({
  family: 'undefinedOpcode',
  bytes: withTail(choose, [0x0f, choose.pick(UNDEFINED)]),
})

const undefinedExtension: MalformedMaker = choose => {
  const { opcode, extensions, register } = choose.pick(EXTENSIONS)
  const mode = register === true ? 3 : choose.integer(0, 3)
  const next = (mode << 6) | (choose.pick(extensions) << 3) | choose.integer(0, 7)
  return { family: 'undefinedExtension', bytes: withTail(choose, [...opcode, next]) }
}

/** Appends random bytes that resemble the rest of an instruction, so that the length does not give the invalid bytes away. */
function withTail(choose: Choose, head: readonly number[]): Uint8Array {
  const tail = Array.from({ length: choose.integer(0, 4) }, () => choose.integer(0, 255))
  return Uint8Array.from([...head, ...tail])
}

const ON_REGISTERS: Omit<Freedom, 'bits' | 'ip'> = {
  memory: 'never',
  extended: true,
  bytes: ['low', 'high', 'uniform'],
  ripRelative: 'never',
  decorations: false,
}

function misplacedLock(tool: X86Tool, bits: Bits): MalformedMaker {
  const draw = legacyBytes(tool, bits, code => !code.lock && !code.repeatIsOpcode)
  return (choose, location) => ({ family: 'misplacedLock', bytes: Uint8Array.from([LOCK, ...draw(choose, location.ip)]) })
}

function overlong(tool: X86Tool, bits: Bits): MalformedMaker {
  const draw = legacyBytes(tool, bits, code => code.operands.some(kind => kind.startsWith('imm') && kind !== 'imm8_const_1'))
  return (choose, location) => {
    const plain = draw(choose, location.ip)
    const missing = MAX_INSTRUCTION_BYTES + 1 - plain.length
    const prefixes = Array.from({ length: missing }, () => choose.pick([0x2e, 0x36, 0x3e, 0x26]))
    return { family: 'overlong', bytes: Uint8Array.from([...prefixes, ...plain]) }
  }
}

/**
 * Returns a draw of legacy instructions on registers. They have no prefixes that could replace the prefixes put before
 * them.
 */
function legacyBytes(tool: X86Tool, bits: Bits, eligible: (code: CodeDescription) => boolean): (choose: Choose, ip: number) => Uint8Array {
  const codes = usableCodes(tool.codes(bits), bits).filter(
    code => code.encoding === 'Legacy' && eligible(code) && !code.operands.some(kind => /^(?:mem|br|xbegin|cr|seg_r|es_r)/.test(kind)),
  )
  const { varied } = codePool(codes)
  return (choose, ip) =>
    drawUntil(choose, next => {
      const code = next.pick(next.pick(varied).codes)
      return tool.encode(bits, drawInstruction(next, code, { ...ON_REGISTERS, bits, ip }), ip)
    })
}
