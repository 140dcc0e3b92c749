import * as fc from 'fast-check'
import { FLAG_BITS } from '../../../../../laws/x86/processor/processor'

/** An instruction with the flags that it leaves undefined. */
export interface DrawnInstruction {
  readonly bytes: readonly number[]
  readonly undefinedFlags: number
}

interface Form {
  readonly opcode: readonly number[]
  /** Values of the ModRM digit if the byte names one register. */
  readonly digits?: readonly number[]
  readonly immediate?: 1 | 'operand'
  readonly undefinedFlags?: number
  /** Excluded operands: of two bytes, or in memory. */
  readonly without?: 'prefix' | 'memory'
}

const { PF, AF, SF, OF } = FLAG_BITS
const ALL_DIGITS = [0, 1, 2, 3, 4, 5, 6, 7]

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const long = (opcode: number): readonly number[] => [0x0f, opcode]

/** or, and, xor leave AF undefined; add, adc, sbb, sub, cmp leave no flag undefined. */
const LOGIC = [1, 4, 6]
const ARITHMETIC = range(0, 7).flatMap((operation): Form[] => {
  const undefinedFlags = LOGIC.includes(operation) ? AF : 0
  const direct = range(0, 3).map(opcode => ({ opcode: [operation * 8 + opcode], undefinedFlags }))
  const groups = (
    [
      [0x80, 1],
      [0x81, 'operand'],
      [0x83, 1],
    ] as const
  ).map(([opcode, immediate]) => ({
    ...{ opcode: [opcode], digits: [operation], immediate, undefinedFlags },
  }))
  return [...direct, ...groups]
})

const FORMS: readonly Form[] = [
  ...ARITHMETIC,
  ...[0x84, 0x85].map(opcode => ({ opcode: [opcode], undefinedFlags: AF })), // test
  ...range(0x86, 0x8b).map(opcode => ({ opcode: [opcode] })), // xchg, mov
  ...[0xd0, 0xd1].map(opcode => ({ opcode: [opcode], digits: range(0, 3) })), // rotates by one
  ...[0xd0, 0xd1].map(opcode => ({ opcode: [opcode], digits: range(4, 7), undefinedFlags: AF })), // shifts by one
  ...[0xf6, 0xf7].map(opcode => ({ opcode: [opcode], digits: [2, 3] })), // not, neg
  ...[0xfe, 0xff].map(opcode => ({ opcode: [opcode], digits: [0, 1] })), // inc, dec
  ...range(0x40, 0x4f).map(opcode => ({ opcode: long(opcode) })), // cmovcc
  ...range(0x90, 0x9f).map(opcode => ({ opcode: long(opcode), digits: ALL_DIGITS })), // setcc
  ...[0xa3, 0xab, 0xb3, 0xbb].map((opcode): Form => ({ opcode: long(opcode), undefinedFlags: PF | AF | SF | OF, without: 'memory' })), // bt
  { opcode: long(0xba), digits: range(4, 7), immediate: 1, undefinedFlags: PF | AF | SF | OF },
  ...[0xb0, 0xb1, 0xb6, 0xb7, 0xbe, 0xbf, 0xc0, 0xc1].map(opcode => ({ opcode: long(opcode) })), // cmpxchg, movzx, movsx, xadd
  { opcode: [0xf3, 0x0f, 0xb8] }, // popcnt
  { opcode: long(0xc7), digits: [1] }, // cmpxchg8b
  ...range(0xc8, 0xcf).map((opcode): Form => ({ opcode: long(opcode), without: 'prefix' })), // bswap
]

/** Register that holds the address of the memory operand. */
const AT_RSI = 6
const NAMES_REGISTER = 0xc0

/** Draws an instruction whose ModRM byte names two registers, or one register and the memory at rsi. */
export const drawInstruction: fc.Arbitrary<DrawnInstruction> = fc
  .record({
    form: fc.constantFrom(...FORMS),
    small: fc.boolean(),
    memory: fc.boolean(),
    register: fc.nat(7),
    other: fc.nat(7),
    immediate: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  })
  .map(({ form, small, memory, register, other, immediate }) => {
    const noModRm = form.without === 'prefix'
    const digit = form.digits === undefined ? register : (form.digits[register % form.digits.length] as number)
    // cmpxchg8b has no operand in a register.
    const inMemory = form.without === undefined && (memory || form.opcode[1] === 0xc7)
    const modRm = inMemory ? (digit << 3) | AT_RSI : NAMES_REGISTER | (digit << 3) | other
    const size = form.immediate === 'operand' ? (small ? 2 : 4) : (form.immediate ?? 0)
    const prefix = small && !noModRm ? [0x66] : []
    return {
      bytes: [...prefix, ...form.opcode, ...(noModRm ? [] : [modRm]), ...immediate.subarray(0, size)],
      undefinedFlags: form.undefinedFlags ?? 0,
    }
  })
