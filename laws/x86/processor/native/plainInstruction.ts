import {
  F3_TWO_BYTE_FORMS,
  immediateBytes,
  ONE_BYTE_FORMS,
  type PlainForm,
  THREE_BYTE_FORMS,
  TWO_BYTE_FORMS,
  VEX_FORMS,
  VEX_IMMEDIATE_FORMS,
} from './plainForms'
import { type PlainMemory, readPlainOperand } from './plainOperand'

/** Instruction with a known length and known memory reads. */
export interface PlainInstruction {
  readonly length: number
  /** Memory operand that it reads, at most one. Writes, such as a push, do not count. */
  readonly memory?: PlainMemory | undefined
  /** Distance from the end of a jump to its target. */
  readonly distance?: number
}

const OPERAND_SIZE = 0x66
const LOCK = 0xf0
const REPEATS = [0xf3, 0xf2]
const VEX = 0xc4
const STACK: PlainMemory = { base: 4, index: undefined, shift: 0, displacement: 0, fromNext: false }
const FRAME: PlainMemory = { ...STACK, base: 5 }

/**
 * Reads a plain instruction: a common one that only computes, moves, pushes, pops or jumps within the code. Returns undefined for any
 * other instruction and for an incomplete one.
 */
export function plainInstruction(bytes: Uint8Array): PlainInstruction | undefined {
  const opcode = bytes[0] === VEX ? vexOpcode(bytes) : plainOpcode(bytes)
  if (opcode === undefined) return undefined
  const { form, at, rex, small } = opcode
  const plain = form.modrm ? withOperand(bytes, at, rex, small, form) : withoutOperand(bytes, at, rex, small, form)
  return plain !== undefined && plain.length <= bytes.length ? plain : undefined
}

interface PlainOpcode {
  readonly form: PlainForm
  /** Offset of the byte after the opcode. */
  readonly at: number
  readonly rex: number
  readonly small: boolean
}

/** Reads prefixes and opcode. It accepts only the order in which assemblers write prefixes. */
function plainOpcode(bytes: Uint8Array): PlainOpcode | undefined {
  let at = 0
  const locked = bytes[at] === LOCK
  if (locked) at++
  const small = bytes[at] === OPERAND_SIZE
  if (small) at++
  const repeat = REPEATS.indexOf(bytes[at] ?? 0)
  if (repeat >= 0) at++
  const rex = ((bytes[at] ?? 0) & 0xf0) === 0x40 ? (bytes[at++] as number) : 0
  const isLong = bytes[at] === 0x0f
  if (isLong) at++
  const isLonger = isLong && bytes[at] === 0x38
  if (isLonger) at++
  const form = tableOf(isLong, isLonger, small, repeat)?.[bytes[at++] ?? 0]
  // A locked instruction writes to memory, or faults.
  if (form === undefined || ((small || locked) && form.jump) || (locked && !form.modrm)) return undefined
  return { form, at, rex, small }
}

/** Selects the table of forms. `crc32` can have two prefixes: f2 and the one for small operands. */
function tableOf(isLong: boolean, isLonger: boolean, small: boolean, repeat: number): readonly (PlainForm | undefined)[] | undefined {
  if (isLonger) return THREE_BYTE_FORMS[repeat >= 0 ? 2 + repeat : small ? 1 : 0]
  if (repeat >= 0) return isLong && repeat === 0 ? F3_TWO_BYTE_FORMS : undefined
  return isLong ? TWO_BYTE_FORMS : ONE_BYTE_FORMS
}

/** Reads a VEX prefix of three bytes (SDM, volume 2, 2.3.5) and opcode, for general registers. R, X, B and W are converted to REX. */
function vexOpcode(bytes: Uint8Array): PlainOpcode | undefined {
  const [, map = 0, more = 0, opcode = 0] = bytes
  const prefix = more & 3
  if ((more & 4) !== 0) return undefined
  const forms = (map & 0x1f) === 2 ? VEX_FORMS[prefix] : (map & 0x1f) === 3 && prefix === 3 ? VEX_IMMEDIATE_FORMS : undefined
  const form = forms?.[opcode]
  return form && { form, at: 4, rex: 0x40 | ((~map >> 5) & 7) | ((more >> 4) & 8), small: false }
}

function withoutOperand(bytes: Uint8Array, at: number, rex: number, small: boolean, form: PlainForm): PlainInstruction {
  const size = immediateBytes(form, rex, small)
  const length = at + size
  if (form.pop) return { length, memory: STACK }
  if (form.leave) return { length, memory: FRAME }
  if (!form.jump || length > bytes.length) return { length }
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size)
  return { length, distance: size === 1 ? view.getInt8(0) : view.getInt32(0, true) }
}

function withOperand(bytes: Uint8Array, at: number, rex: number, small: boolean, form: PlainForm): PlainInstruction | undefined {
  const operand = readPlainOperand(bytes, at, rex)
  if (operand === undefined || !form.choices.includes(operand.choice)) return undefined
  if (form.operand !== 'any' && (operand.memory !== undefined) !== (form.operand === 'memory')) return undefined
  // In its group, only `test` has an immediate.
  const hasImmediate = !form.test || operand.choice < 2
  // `pop` reads the stack. Its operand is only written.
  const memory = form.pop ? STACK : operand.memory
  return { length: at + operand.length + (hasImmediate ? immediateBytes(form, rex, small) : 0), memory }
}
