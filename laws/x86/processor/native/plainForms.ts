/** Size in bytes of the immediate: a number; `operand`: the operand size, at most 4; `full`: the operand size. */
type Immediate = 0 | 1 | 4 | 'operand' | 'full'

/** Form of a plain opcode: it determines the bytes that follow. */
export interface PlainForm {
  readonly modrm: boolean
  readonly immediate: Immediate
  /** Values of the middle part of ModRM with which the instruction is plain. */
  readonly choices: readonly number[]
  /** Kind of operand with which it is plain. With the other kind it accesses other bytes, or is another instruction. */
  readonly operand: 'any' | 'register' | 'memory'
  readonly jump: boolean
  readonly pop: boolean
  readonly leave: boolean
  readonly test: boolean
}

const ALL = [0, 1, 2, 3, 4, 5, 6, 7]

const form = (modrm: boolean, immediate: Immediate, more: Partial<PlainForm> = {}): PlainForm => ({
  ...{ modrm, immediate, choices: ALL, operand: 'any', jump: false, pop: false, leave: false, test: false },
  ...more,
})

const withoutModrm = (immediate: Immediate = 0): PlainForm => form(false, immediate)
const withModrm = (immediate: Immediate = 0, choices = ALL): PlainForm => form(true, immediate, { choices })
const registersOnly = (immediate: Immediate = 0): PlainForm => form(true, immediate, { operand: 'register' })
const jump = (immediate: Immediate): PlainForm => form(false, immediate, { jump: true })

/** Ranges of opcodes that share a form. */
type Rows = readonly (readonly [first: number, last: number, form: PlainForm])[]

/** Returns the forms by opcode; undefined for each opcode that is not plain. */
function table(rows: Rows): readonly (PlainForm | undefined)[] {
  const forms: (PlainForm | undefined)[] = new Array(256).fill(undefined)
  for (const [first, last, form] of rows) forms.fill(form, first, last + 1)
  return forms
}

/** add, or, adc, sbb, and, sub, xor, cmp: six opcodes each, at intervals of eight. */
const ARITHMETIC: Rows = ALL.flatMap(
  (operation): Rows => [
    [8 * operation, 8 * operation + 3, withModrm()],
    [8 * operation + 4, 8 * operation + 4, withoutModrm(1)],
    [8 * operation + 5, 8 * operation + 5, withoutModrm('operand')],
  ],
)

/** Forms of opcodes of one byte. */
export const ONE_BYTE_FORMS = table([
  ...ARITHMETIC,
  [0x50, 0x57, withoutModrm()], // push
  [0x58, 0x5f, form(false, 0, { pop: true })],
  [0x63, 0x63, withModrm()], // movsxd
  [0x68, 0x68, withoutModrm('operand')], // push
  [0x69, 0x69, withModrm('operand')], // imul
  [0x6a, 0x6a, withoutModrm(1)], // push
  [0x6b, 0x6b, withModrm(1)], // imul
  [0x70, 0x7f, jump(1)], // jcc
  [0x80, 0x80, withModrm(1)],
  [0x81, 0x81, withModrm('operand')],
  [0x83, 0x83, withModrm(1)],
  [0x84, 0x8b, withModrm()], // test, xchg, mov
  [0x8d, 0x8d, withModrm()], // lea
  [0x8f, 0x8f, form(true, 0, { choices: [0], pop: true })], // pop
  [0x90, 0x99, withoutModrm()], // nop, xchg, cwde and others
  [0x9e, 0x9f, withoutModrm()], // sahf, lahf
  [0xa8, 0xa8, withoutModrm(1)], // test
  [0xa9, 0xa9, withoutModrm('operand')],
  [0xb0, 0xb7, withoutModrm(1)], // mov
  [0xb8, 0xbf, withoutModrm('full')],
  [0xc0, 0xc1, withModrm(1)], // shifts
  [0xc6, 0xc6, withModrm(1, [0])], // mov
  [0xc7, 0xc7, withModrm('operand', [0])],
  [0xd0, 0xd3, withModrm()], // shifts
  [0xc9, 0xc9, form(false, 0, { leave: true })],
  [0xe0, 0xe3, jump(1)], // loopne, loope, loop, jrcxz
  [0xe8, 0xe9, jump(4)], // call, jmp
  [0xeb, 0xeb, jump(1)],
  [0xf5, 0xf5, withoutModrm()], // cmc
  [0xf6, 0xf6, form(true, 1, { test: true })], // test, not, neg, mul, imul, div, idiv
  [0xf7, 0xf7, form(true, 'operand', { test: true })],
  [0xf8, 0xf9, withoutModrm()], // clc, stc
  [0xfc, 0xfd, withoutModrm()], // cld, std
  [0xfe, 0xfe, withModrm(0, [0, 1])], // inc, dec
  [0xff, 0xff, withModrm(0, [0, 1, 6])], // inc, dec, push
])

/** Forms of opcodes after 0f. */
export const TWO_BYTE_FORMS = table([
  [0x0b, 0x0b, withoutModrm()], // ud2
  [0x0d, 0x0d, withModrm(0, [0, 1])], // prefetch, prefetchw
  [0x18, 0x18, withModrm(0, [0, 1, 2, 3])], // prefetchnta, prefetcht0 and others
  [0x1f, 0x1f, withModrm(0, [0])], // nop
  [0x40, 0x4f, withModrm()], // cmovcc
  [0x80, 0x8f, jump(4)], // jcc
  [0x90, 0x9f, withModrm()], // setcc
  [0xa3, 0xa3, registersOnly()], // bt
  [0xa4, 0xa4, withModrm(1)], // shld
  [0xa5, 0xa5, withModrm()],
  [0xab, 0xab, registersOnly()], // bts
  [0xac, 0xac, withModrm(1)], // shrd
  [0xad, 0xad, withModrm()],
  [0xaf, 0xaf, withModrm()], // imul
  [0xb0, 0xb1, withModrm()], // cmpxchg
  [0xb3, 0xb3, registersOnly()], // btr
  [0xb6, 0xb7, withModrm()], // movzx
  [0xba, 0xba, withModrm(1, [4, 5, 6, 7])], // bt, bts, btr, btc
  [0xbb, 0xbb, registersOnly()], // btc
  [0xbc, 0xbf, withModrm()], // bsf, bsr, movsx
  [0xc0, 0xc1, withModrm()], // xadd
  [0xc3, 0xc3, withModrm()], // movnti
  [0xc7, 0xc7, form(true, 0, { choices: [1], operand: 'memory' })], // cmpxchg8b, cmpxchg16b
  [0xc8, 0xcf, withoutModrm()], // bswap
])

/** Forms of opcodes after f3 0f. */
export const F3_TWO_BYTE_FORMS = table([
  [0xb8, 0xb8, withModrm()], // popcnt
  [0xbc, 0xbd, withModrm()], // tzcnt, lzcnt
])

/** Forms of opcodes after 0f 38, by prefix: none, 66, f3, f2. */
export const THREE_BYTE_FORMS = [
  table([[0xf0, 0xf1, withModrm()]]), // movbe
  table([
    [0xf0, 0xf1, withModrm()], // movbe
    [0xf6, 0xf6, withModrm()], // adcx
  ]),
  table([[0xf6, 0xf6, withModrm()]]), // adox
  table([[0xf0, 0xf1, withModrm()]]), // crc32
] as const

/** Forms of opcodes after a VEX prefix of map 0f 38, by its implied prefix: none, 66, f3, f2. */
export const VEX_FORMS = [
  table([
    [0xf2, 0xf2, withModrm()], // andn
    [0xf3, 0xf3, withModrm(0, [1, 2, 3])], // blsr, blsmsk, blsi
    [0xf5, 0xf5, withModrm()], // bzhi
    [0xf7, 0xf7, withModrm()], // bextr
  ]),
  table([[0xf7, 0xf7, withModrm()]]), // shlx
  table([
    [0xf5, 0xf5, withModrm()], // pext
    [0xf7, 0xf7, withModrm()], // sarx
  ]),
  table([
    [0xf5, 0xf7, withModrm()], // pdep, mulx, shrx
  ]),
] as const

/** Forms of opcodes after a VEX prefix of map 0f 3a with the implied prefix f2. */
export const VEX_IMMEDIATE_FORMS = table([[0xf0, 0xf0, withModrm(1)]]) // rorx

/** Returns the size of the immediate in bytes. REX.W takes precedence over the prefix for 16-bit operands (`small`). */
export function immediateBytes({ immediate }: PlainForm, rex: number, small: boolean): number {
  const wide = (rex & 8) !== 0
  if (immediate === 'full') return wide ? 8 : small ? 2 : 4
  if (immediate === 'operand') return !wide && small ? 2 : 4
  return immediate
}
