/** Operand bytes of an opcode that means the same in 32-bit and in 64-bit code. */
export interface OpcodeForm {
  /** True if a ModRM byte follows. */
  readonly modRm: boolean
  /** Size of the immediate in bytes; `operand`: two or four, by the operand size. */
  readonly immediate: 0 | 1 | 'operand'
  /** Allowed values of the digit in the ModRM byte. Other values are other instructions or undefined. */
  readonly digits: readonly number[] | undefined
  /** Allowed place of the operand that the ModRM byte names. */
  readonly place: 'any' | 'register' | 'memory'
  /** Special behaviour besides reading and writing the named operands. */
  readonly kind: OpcodeKind | undefined
}

/** Special behaviour of an opcode. */
export type OpcodeKind =
  /** Jumps: the immediate is the distance. */
  | 'jump'
  /** Computes an address without accessing it. */
  | 'address'
  /** Accesses memory at rsi, at rdi, or at both. */
  | 'source'
  | 'destination'
  | 'sourceAndDestination'
  /** Accesses one bit: a processor accesses the whole operand around it, v86 only one byte. */
  | 'bit'
  /** Has an immediate only with the digits 0 and 1. */
  | 'test'
  /** Requires the prefix f3. */
  | 'repeat'
  /** Is undefined for operands of two bytes. */
  | 'double'

const form = (modRm: boolean, immediate: OpcodeForm['immediate'], rest: Partial<OpcodeForm> = {}): OpcodeForm => ({
  modRm,
  immediate,
  digits: undefined,
  place: 'any',
  kind: undefined,
  ...rest,
})

type Range = readonly [from: number, to: number, form: OpcodeForm]

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

const table = (ranges: readonly Range[]): ReadonlyMap<number, OpcodeForm> =>
  new Map(ranges.flatMap(([from, to, same]) => range(from, to).map(opcode => [opcode, same] as const)))

/** add, or, adc, sbb, and, sub, xor, cmp: eight opcodes each. The last two of each eight are other instructions. */
const ARITHMETIC = range(0, 7).flatMap((operation): Range[] => [
  [operation * 8, operation * 8 + 3, form(true, 0)],
  [operation * 8 + 4, operation * 8 + 4, form(false, 1)],
  [operation * 8 + 5, operation * 8 + 5, form(false, 'operand')],
])

/** Forms of the opcodes of one byte. */
export const ONE_BYTE = table([
  ...ARITHMETIC,
  [0x69, 0x69, form(true, 'operand')], // imul
  [0x6b, 0x6b, form(true, 1)],
  [0x70, 0x7f, form(false, 1, { kind: 'jump' })],
  [0x80, 0x80, form(true, 1)],
  [0x81, 0x81, form(true, 'operand')],
  [0x83, 0x83, form(true, 1)],
  [0x84, 0x8b, form(true, 0)], // test, xchg, mov
  [0x8d, 0x8d, form(true, 0, { kind: 'address' })],
  [0x90, 0x99, form(false, 0)], // xchg, cwde, cdq
  [0x9e, 0x9f, form(false, 0)], // sahf, lahf
  [0xa4, 0xa7, form(false, 0, { kind: 'sourceAndDestination' })], // movs, cmps
  [0xa8, 0xa8, form(false, 1)], // test
  [0xa9, 0xa9, form(false, 'operand')],
  [0xaa, 0xab, form(false, 0, { kind: 'destination' })], // stos
  [0xac, 0xad, form(false, 0, { kind: 'source' })], // lods
  [0xae, 0xaf, form(false, 0, { kind: 'destination' })], // scas
  [0xb0, 0xb7, form(false, 1)], // mov
  [0xb8, 0xbf, form(false, 'operand')],
  [0xc0, 0xc1, form(true, 1)], // rotates and shifts
  [0xc6, 0xc6, form(true, 1, { digits: [0] })], // mov
  [0xc7, 0xc7, form(true, 'operand', { digits: [0] })],
  [0xd0, 0xd3, form(true, 0)], // rotates and shifts
  [0xe9, 0xe9, form(false, 'operand', { kind: 'jump' })],
  [0xeb, 0xeb, form(false, 1, { kind: 'jump' })],
  [0xf5, 0xf5, form(false, 0)], // cmc
  [0xf6, 0xf6, form(true, 1, { kind: 'test' })], // test, not, neg, mul, imul, div, idiv
  [0xf7, 0xf7, form(true, 'operand', { kind: 'test' })],
  [0xf8, 0xf9, form(false, 0)], // clc, stc
  [0xfc, 0xfd, form(false, 0)], // cld, std
  [0xfe, 0xff, form(true, 0, { digits: [0, 1] })], // inc, dec
])

/** Forms of the opcodes of two bytes, by the byte after 0f. */
export const TWO_BYTES = table([
  [0x0b, 0x0b, form(false, 0)], // ud2
  [0x1f, 0x1f, form(true, 0, { digits: [0], kind: 'address' })], // nop
  [0x40, 0x4f, form(true, 0)], // cmovcc
  [0x80, 0x8f, form(false, 'operand', { kind: 'jump' })],
  [0x90, 0x9f, form(true, 0)], // setcc
  // With an operand in memory, these four can access bytes far from the address that they name.
  [0xa3, 0xa3, form(true, 0, { place: 'register' })], // bt
  [0xab, 0xab, form(true, 0, { place: 'register' })], // bts
  [0xb3, 0xb3, form(true, 0, { place: 'register' })], // btr
  [0xbb, 0xbb, form(true, 0, { place: 'register' })], // btc
  [0xa4, 0xa4, form(true, 1)], // shld
  [0xa5, 0xa5, form(true, 0)],
  [0xac, 0xac, form(true, 1)], // shrd
  [0xad, 0xad, form(true, 0)],
  [0xaf, 0xb1, form(true, 0)], // imul, cmpxchg
  [0xb6, 0xb7, form(true, 0)], // movzx
  [0xb8, 0xb8, form(true, 0, { kind: 'repeat' })], // popcnt
  [0xba, 0xba, form(true, 1, { digits: [4, 5, 6, 7], kind: 'bit' })], // bt, bts, btr, btc
  [0xbc, 0xbf, form(true, 0)], // bsf, bsr, movsx
  [0xc0, 0xc1, form(true, 0)], // xadd
  [0xc7, 0xc7, form(true, 0, { digits: [1], place: 'memory' })], // cmpxchg8b
  [0xc8, 0xcf, form(false, 0, { kind: 'double' })], // bswap
])
