import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { run, valuesAfter, ZERO_FLAGS } from '../support/runText'

const NAMES = { 8: ['al', 'bl'], 16: ['ax', 'bx'], 32: ['eax', 'ebx'], 64: ['rax', 'rbx'] } as const
type Width = keyof typeof NAMES

const widths = fc.constantFrom<Width>(8, 16, 32, 64)
const whole = fc.oneof(
  fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
  fc.constantFrom(0n, 1n, 0x7fn, 0x80n, 0xffn, 0x7fffn, 0x8000n, 0x7fff_ffffn, 0x8000_0000n, (1n << 63n) - 1n, 1n << 63n, (1n << 64n) - 1n),
)

const outcomeOf = (line: string, rax: bigint, rbx: bigint, more: Readonly<Record<string, bigint>> = {}): Record<string, bigint | string> =>
  valuesAfter(run(line, { ...ZERO_FLAGS, rax, rbx, ...more }), ['rax', 'rbx', 'rdx', 'CF', 'OF', 'ZF', 'SF', 'AF'])

const low = (width: Width, value: unknown): bigint => BigInt.asUintN(width, value as bigint)
const signed = (width: Width, value: bigint): bigint => BigInt.asIntN(width, value)
const flag = (value: boolean): bigint => (value ? 1n : 0n)

describe('sums and differences', () => {
  it.each([
    ['add', 1n, 0n],
    ['adc', 1n, 1n],
    ['sub', -1n, 0n],
    ['sbb', -1n, 1n],
  ])('%s sets CF, OF and AF as the exact ranges require', (name, sign, carry) => {
    fc.assert(
      fc.property(widths, whole, whole, (width, left, right) => {
        const [a, b] = [low(width, left), low(width, right)]
        const exact = a + sign * (b + carry)
        const exactSigned = signed(width, a) + sign * (signed(width, b) + carry)
        const half = (a & 15n) + sign * ((b & 15n) + carry)
        const found = outcomeOf(`${name} ${NAMES[width].join(', ')}`, left, right, { CF: carry })
        expect(low(width, found.rax)).toBe(low(width, exact))
        expect(found).toMatchObject({
          CF: flag(exact !== low(width, exact)),
          OF: flag(exactSigned !== signed(width, exactSigned)),
          AF: flag(half < 0n || half > 15n),
          ZF: flag(low(width, exact) === 0n),
          SF: flag(signed(width, exact) < 0n),
        })
      }),
    )
  })
})

describe('products and quotients', () => {
  it('div undoes mul', () => {
    fc.assert(
      fc.property(widths, whole, whole, (width, left, right) => {
        fc.pre(low(width, right) !== 0n)
        const found = outcomeOf(`mul ${NAMES[width][1]}; div ${NAMES[width][1]}`, left, right, { rdx: 0n })
        expect(low(width, found.rax)).toBe(low(width, left))
      }),
    )
  })

  it('imul gives the same low half and flags with one operand and with two', () => {
    fc.assert(
      fc.property(fc.constantFrom<Width>(16, 32, 64), whole, whole, (width, left, right) => {
        const [one, two] = NAMES[width]
        const short = outcomeOf(`imul ${one}, ${two}`, left, right, { rdx: 0n })
        const long = outcomeOf(`imul ${two}`, left, right, { rdx: 0n })
        expect([low(width, short.rax), short.CF, short.OF]).toEqual([low(width, long.rax), long.CF, long.OF])
        const product = signed(width, left) * signed(width, right)
        expect(short.CF).toBe(flag(signed(width, product) !== product))
      }),
    )
  })
})

describe('rotations', () => {
  it.each([
    ['rol', 'ror'],
    ['rcl', 'rcr'],
  ])('%s and %s undo each other', (left, right) => {
    fc.assert(
      fc.property(widths, whole, fc.integer({ min: 0, max: 255 }), fc.boolean(), (width, value, count, carry) => {
        const lines = `${left} ${NAMES[width][0]}, 0x${count.toString(16)}; ${right} ${NAMES[width][0]}, 0x${count.toString(16)}`
        const outcome = run(lines, { ...ZERO_FLAGS, rax: value, CF: flag(carry) })
        if (outcome._tag === 'Unsupported') return
        const found = valuesAfter(outcome, ['rax', 'CF'])
        expect(low(width, found.rax)).toBe(low(width, value))
        if (left === 'rcl') expect(found.CF).toBe(flag(carry))
      }),
    )
  })
})

describe('bit fields', () => {
  it('pext undoes pdep within the mask', () => {
    fc.assert(
      fc.property(whole, whole, (value, mask) => {
        const ones = mask.toString(2).replaceAll('0', '').length
        const outcome = run('pdep rax, rbx, rcx; pext rdx, rax, rcx', { rbx: value, rcx: mask })
        expect(valuesAfter(outcome, ['rdx'])).toEqual({ rdx: BigInt.asUintN(ones, value) })
      }),
    )
  })

  it('blsi and blsr split a number into two parts', () => {
    fc.assert(
      fc.property(whole, value => {
        const found = valuesAfter(run('blsi rax, rbx; blsr rcx, rbx; or rax, rcx', { rbx: value }), ['rax'])
        expect(found).toEqual({ rax: value })
      }),
    )
  })
})
