import { type AddressForm, readAddress } from './addressForm'
import { ONE_BYTE, type OpcodeForm, type OpcodeKind, TWO_BYTES } from './opcodes'

/** Instruction that means the same in 32-bit and in 64-bit code. */
export interface InstructionForm {
  readonly length: number
  readonly kind: OpcodeKind | undefined
  /** Address of the operand in memory. */
  readonly address: AddressForm | undefined
  /** Size of the immediate in bytes. The immediate comes last. */
  readonly immediate: number
}

const OPERAND_SIZE = 0x66
const REPEAT = 0xf3
const ESCAPE = 0x0f
/** Minimum ModRM byte that names two registers. */
const FIRST_REGISTER = 0xc0

/** Maximum length of an instruction, in bytes. */
const MAX_INSTRUCTION_BYTES = 15

/** Reads an instruction; undefined if it is not known to mean the same in both modes, or if bytes are missing. */
export function readForm(code: Uint8Array): InstructionForm | undefined {
  // Zeros replace missing bytes. The comparison of the length at the end detects them.
  const bytes = new Uint8Array(MAX_INSTRUCTION_BYTES + 1)
  bytes.set(code.subarray(0, MAX_INSTRUCTION_BYTES))
  const small = bytes[0] === OPERAND_SIZE
  const repeated = bytes[small ? 1 : 0] === REPEAT
  const prefixes = (small ? 1 : 0) + (repeated ? 1 : 0)
  const long = bytes[prefixes] === ESCAPE
  const opcode = prefixes + (long ? 1 : 0)
  const form = (long ? TWO_BYTES : ONE_BYTE).get(bytes[opcode] as number)
  if (form === undefined || repeated !== (form.kind === 'repeat')) return undefined
  if (small && (form.kind === 'jump' || form.kind === 'double')) return undefined
  const read = form.modRm ? withModRm(bytes, opcode, form, small ? 2 : 4) : withoutModRm(opcode, form, small ? 2 : 4)
  return read === undefined || read.length > code.length ? undefined : read
}

const sizeOf = (immediate: OpcodeForm['immediate'], operand: number): number => (immediate === 'operand' ? operand : immediate)

function withoutModRm(opcode: number, { kind, immediate: wanted }: OpcodeForm, operand: number): InstructionForm {
  const immediate = sizeOf(wanted, operand)
  return { length: opcode + 1 + immediate, kind, address: undefined, immediate }
}

function withModRm(bytes: Uint8Array, opcode: number, form: OpcodeForm, operand: number): InstructionForm | undefined {
  const modRm = bytes[opcode + 1] as number
  const digit = (modRm >>> 3) & 7
  const inMemory = modRm < FIRST_REGISTER
  if (form.digits !== undefined && !form.digits.includes(digit)) return undefined
  if (form.place !== 'any' && inMemory !== (form.place === 'memory')) return undefined
  const address = inMemory ? readAddress(bytes, opcode + 1) : undefined
  if (inMemory && address === undefined) return undefined
  const immediate = form.kind === 'test' && digit > 1 ? 0 : sizeOf(form.immediate, operand)
  return { length: opcode + 2 + (address?.length ?? 0) + immediate, kind: form.kind, address, immediate }
}
