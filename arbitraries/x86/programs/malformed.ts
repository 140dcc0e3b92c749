import type { Choose } from '../../choiceSequence'
import { codePool } from '../codes/codePool'
import type { Bits, CodeDescription } from '../instructions/draft'
import { drawInstruction } from '../instructions/drawInstruction'
import { drawUntil } from '../instructions/drawUntil'
import type { Freedom } from '../instructions/freedom'
import type { X86Tool } from '../iced/iced'
import type { Place } from './program'
import { usableCodes } from '../codes/usableCodes'

/** Why bytes are no instruction, whatever follows them. */
export type MalformedFamily = 'removedOpcode' | 'undefinedOpcode' | 'undefinedExtension' | 'misplacedLock' | 'overlong'

/** Bytes at which no instruction can be read. */
export interface MalformedBytes {
  readonly family: MalformedFamily
  readonly bytes: Uint8Array
}

/** Draws bytes at which no instruction can be read, whatever follows them. */
export type MalformedMaker = (choose: Choose, place: Omit<Place, 'bits'>) => MalformedBytes

/** Opcodes of 32-bit code that 64-bit code does not have. */
const REMOVED = [
  0x06, 0x07, 0x0e, 0x16, 0x17, 0x1e, 0x1f, 0x27, 0x2f, 0x37, 0x3f, 0x60, 0x61, 0x82, 0x9a, 0xce, 0xd4, 0xd5, 0xd6, 0xea,
] as const

/** Opcodes after 0f that no processor has defined. */
const UNDEFINED = [0x04, 0x0a, 0x0c, 0x25, 0x27, 0x36, 0x39, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f, 0x7a, 0x7b] as const

interface Extension {
  readonly opcode: readonly number[]
  /** Values of the middle field of the byte after the opcode. */
  readonly extensions: readonly number[]
  /** The operand is a register; otherwise anything. */
  readonly register?: true
}

/** Opcodes that are completed by a field of the next byte, and the values which that field may not have. */
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
const LONGEST = 15

/** Makes bytes that both decoders refuse in all the modes named. */
export function malformedMaker(tool: X86Tool, modes: readonly Bits[]): MalformedMaker {
  const everywhere: readonly MalformedMaker[] = [undefinedOpcode, undefinedExtension]
  const [bits] = modes
  // In the other mode the bytes behind LOCK, or behind fifteen prefixes, may be read differently.
  const inOneMode = modes.length === 1 && bits !== undefined ? [misplacedLock(tool, bits), overlong(tool, bits)] : []
  const in64 = modes.length === 1 && bits === 64 ? [removedOpcode] : []
  const families = [...in64, ...everywhere, ...inOneMode]
  return (choose, place) => {
    const { family, bytes } = choose.pick(families)(choose, place)
    return { family, bytes: untilRefused(tool, modes, choose, bytes, place.ip) }
  }
}

/** iced asks for more bytes than it needs to refuse some; they are given to it. */
function untilRefused(tool: X86Tool, modes: readonly Bits[], choose: Choose, bytes: Uint8Array, ip: number): Uint8Array {
  let longer = bytes
  while (longer.length < LONGEST && modes.some(bits => isCut(tool, bits, longer, ip))) {
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

/** Bytes that look like the rest of an instruction, so that these are not told by their shortness. */
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
  return (choose, place) => ({ family: 'misplacedLock', bytes: Uint8Array.from([LOCK, ...draw(choose, place.ip)]) })
}

function overlong(tool: X86Tool, bits: Bits): MalformedMaker {
  const draw = legacyBytes(tool, bits, code => code.operands.some(kind => kind.startsWith('imm') && kind !== 'imm8_const_1'))
  return (choose, place) => {
    const plain = draw(choose, place.ip)
    const missing = LONGEST + 1 - plain.length
    const prefixes = Array.from({ length: missing }, () => choose.pick([0x2e, 0x36, 0x3e, 0x26]))
    return { family: 'overlong', bytes: Uint8Array.from([...prefixes, ...plain]) }
  }
}

/** Legacy instructions on registers, without prefixes of their own that could replace those put before them. */
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
