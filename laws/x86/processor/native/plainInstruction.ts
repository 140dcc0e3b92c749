import { immediateBytes, ONE_BYTE_FORMS, type PlainForm, TWO_BYTE_FORMS } from './plainForms'
import { type PlainMemory, readPlainOperand } from './plainOperand'

/** An instruction of which it is known where it ends and what it reads. */
export interface PlainInstruction {
  readonly length: number
  /** Where it reads eight bytes at most; what it pushes does not count. */
  readonly memory?: PlainMemory | undefined
  /** From its end to the other place that can be next, of a jump. */
  readonly distance?: number
}

const OPERAND_SIZE = 0x66
const TWO_BYTES = 0x0f
const STACK: PlainMemory = { base: 4, index: undefined, shift: 0, displacement: 0, fromNext: false }

/**
 * The common instructions that do nothing but compute, move, push, pop and jump within the code; undefined of any other,
 * and of one that is not there in full.
 */
export function plainInstruction(bytes: Uint8Array): PlainInstruction | undefined {
  let at = 0
  const small = bytes[at] === OPERAND_SIZE
  if (small) at++
  const rex = ((bytes[at] ?? 0) & 0xf0) === 0x40 ? (bytes[at++] as number) : 0
  const long = bytes[at] === TWO_BYTES
  if (long) at++
  const form = (long ? TWO_BYTE_FORMS : ONE_BYTE_FORMS)[bytes[at++] ?? 0]
  if (form === undefined || (small && form.jump)) return undefined
  const plain = form.modrm ? withOperand(bytes, at, rex, small, form) : withoutOperand(bytes, at, rex, small, form)
  return plain !== undefined && plain.length <= bytes.length ? plain : undefined
}

function withoutOperand(bytes: Uint8Array, at: number, rex: number, small: boolean, form: PlainForm): PlainInstruction {
  const size = immediateBytes(form, rex, small)
  const length = at + size
  if (form.pop) return { length, memory: STACK }
  if (!form.jump || length > bytes.length) return { length }
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size)
  return { length, distance: size === 1 ? view.getInt8(0) : view.getInt32(0, true) }
}

function withOperand(bytes: Uint8Array, at: number, rex: number, small: boolean, form: PlainForm): PlainInstruction | undefined {
  const operand = readPlainOperand(bytes, at, rex)
  if (operand === undefined || !form.choices.includes(operand.choice)) return undefined
  if (operand.memory !== undefined && form.registersOnly) return undefined
  // `test` alone of its group has an immediate.
  const hasImmediate = !form.test || operand.choice < 2
  return { length: at + operand.length + (hasImmediate ? immediateBytes(form, rex, small) : 0), memory: operand.memory }
}
