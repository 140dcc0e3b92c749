import type { Choose } from '../../../choiceSequence'
import type { Operand, Width } from '../../interpreter/instruction'
import type { OperandKind } from '../../interpreter/operandKinds'
import { lowPart, RCX, registersOfWidth, RSP } from '../../interpreter/registers'
import type { Form } from '../../interpreter/whitelist'
import type { ProgramBuilder } from './programBuilder'
import { drawExtreme, drawValue } from './values'

/** Preferences for operands. */
export interface OperandStyle {
  /** True if operands that can be a register or memory are memory. */
  readonly memory: boolean
  /** True if eight-bit registers are ah to bh. */
  readonly high?: boolean
  /** True if immediates and fresh registers have an extreme value of their width. */
  readonly extreme?: boolean
  /** Draws the count of a shift or rotation, before it is masked. */
  readonly count?: (choose: Choose, width: number) => number
}

/** Draws an operand for an index of a form. Returns undefined if there is none. */
export function drawOperand(choose: Choose, builder: ProgramBuilder, form: Form, at: number, style: OperandStyle): Operand | undefined {
  const kind = form.operands[at] as OperandKind
  switch (kind._tag) {
    case 'Register':
      return drawRegister(choose, builder, kind.width, at, style)
    case 'RegisterOrMemory':
      return style.memory ? drawMemory(choose, builder, kind.width) : drawRegister(choose, builder, kind.width, at, style)
    case 'Memory':
      return kind.width === undefined ? drawAddress(choose, builder) : drawMemory(choose, builder, kind.width)
    case 'Immediate':
      return { _tag: 'Immediate', value: drawImmediate(choose, form, kind, style) }
    case 'Cl':
      return drawCount(choose, builder, form, style)
    case 'Zero':
      return { _tag: 'Immediate', value: 0n }
    case 'Target':
      return {
        _tag: 'Immediate',
        value: BigInt(/^(?:loop|j[er]cxz)/.test(form.mnemonic) ? drawNearTarget(choose, builder.ip) : drawTarget(choose, builder.ip)),
      }
    case 'String':
      return drawString(builder, kind.base, kind.width)
  }
}

/** Draws a register. Destinations are drawn first and never overwrite a pointer, so that later operands can use it. */
function drawRegister(choose: Choose, builder: ProgramBuilder, width: Width, at: number, style: OperandStyle): Operand {
  const all = registersOfWidth(width).filter(({ number, high }) => (width === 8 && style.high === true ? high : number !== RSP))
  const free = all.filter(({ number }) => at > 0 || !builder.isPointer(number))
  const register = choose.pick(free.length > 0 ? free : all)
  if (style.extreme === true && builder.isFresh(register.number)) {
    const value = drawExtreme(choose, width)
    builder.setInitialValue(register.number, register.high ? value << 8n : value)
  }
  return { _tag: 'Register', register }
}

function drawMemory(choose: Choose, builder: ProgramBuilder, width: Width | 128): Operand | undefined {
  const bytes = width / 8
  const pointers = numbers(number => builder.isPointer(number) && number !== RSP)
  const base = pointers.length > 0 && choose.integer(0, 3) > 0 ? choose.pick(pointers) : freshPointer(choose, builder)
  if (base === undefined) return undefined
  const index = choose.integer(0, 3) === 3 ? drawIndex(choose, builder, base) : undefined
  const scale = index === undefined ? 1 : choose.pick([1, 2, 4, 8] as const)
  const from = builder.value(base) + (index === undefined ? 0n : builder.value(index) * BigInt(scale))
  const dataAddress = BigInt(choose.integer(0, 2) === 0 ? builder.drawAddress(bytes) & ~(bytes - 1) : builder.drawAddress(bytes))
  return { _tag: 'Memory', width, address: { base, index, scale, displacement: dataAddress - from } }
}

function freshPointer(choose: Choose, builder: ProgramBuilder): number | undefined {
  const fresh = numbers(number => number !== RSP && builder.isFresh(number))
  if (fresh.length === 0) return undefined
  const base = choose.pick(fresh)
  builder.setInitialValue(base, BigInt(builder.drawAddress(16)))
  return base
}

/** Maximum value of an index register. With a larger one, the displacement would reveal the address. */
const MAX_INDEX_VALUE = 15n

function drawIndex(choose: Choose, builder: ProgramBuilder, base: number): number | undefined {
  const small = numbers(number => number !== RSP && number !== base && builder.value(number) <= MAX_INDEX_VALUE)
  const fresh = numbers(number => number !== RSP && number !== base && builder.isFresh(number) && !builder.isPointer(number))
  if (small.length > 0 && choose.boolean()) return choose.pick(small)
  if (fresh.length === 0) return undefined
  const index = choose.pick(fresh)
  builder.setInitialValue(index, BigInt(choose.integer(0, Number(MAX_INDEX_VALUE))))
  return index
}

/** Draws an address that is only calculated, with any registers. */
function drawAddress(choose: Choose, builder: ProgramBuilder): Operand {
  const index = choose.boolean() ? choose.pick(numbers(number => number !== RSP)) : undefined
  const scale = index === undefined ? 1 : choose.pick([1, 2, 4, 8] as const)
  const displacement = BigInt(choose.integer(0, 2) === 0 ? 0 : choose.integer(-0x80, 0x7f))
  return {
    _tag: 'Memory',
    width: undefined,
    address: { base: choose.pick(numbers(number => number !== RSP || builder.isPointer(RSP))), index, scale, displacement },
  }
}

const numbers = (accepts: (number: number) => boolean): readonly number[] =>
  Array.from({ length: 16 }, (_, number) => number).filter(accepts)

function drawImmediate(
  choose: Choose,
  { mnemonic, family, operands }: Form,
  { bits, width }: { bits: Width; width: Width },
  style: OperandStyle,
): bigint {
  if (mnemonic === 'enter' || mnemonic === 'ret') return BigInt(8 * choose.integer(mnemonic === 'ret' ? 1 : 0, 4))
  const first = operands[0]
  const operandWidth = first !== undefined && 'width' in first ? (first.width ?? 64) : 64
  if (family === 'shift') return BigInt(style.count?.(choose, operandWidth) ?? choose.integer(1, operandWidth - 1))
  if (/^bt/.test(mnemonic)) return BigInt(choose.integer(0, operandWidth - 1))
  const value = style.extreme === true ? drawExtreme(choose, bits) : drawValue(choose)
  return BigInt.asUintN(width, BigInt.asIntN(bits, value))
}

/** Draws the count in cl, which is small if it can still be chosen. */
function drawCount(choose: Choose, builder: ProgramBuilder, { operands }: Form, style: OperandStyle): Operand {
  const first = operands[0]
  const width = first !== undefined && 'width' in first ? (first.width ?? 64) : 64
  const count = style.count?.(choose, width) ?? choose.integer(1, width - 1)
  if (builder.isFresh(RCX)) builder.setInitialValue(RCX, BigInt(count) + (choose.boolean() ? 0n : choose.bits(32) << 8n))
  return { _tag: 'Register', register: lowPart(RCX, 8) }
}

/** Draws a target outside the code, so that no branch leads into it. */
export function drawTarget(choose: Choose, ip: number): number {
  return choose.boolean()
    ? ip + choose.integer(0x90, choose.boolean() ? 0xfff : 0xffff)
    : ip - choose.integer(0x10, choose.boolean() ? 0x7f : 0xfff)
}

/** Draws a target that a one-byte displacement reaches from anywhere in the code. */
const drawNearTarget = (choose: Choose, ip: number): number =>
  choose.boolean() ? ip + choose.integer(0x50, 0x6f) : ip - choose.integer(1, 0x40)

function drawString(builder: ProgramBuilder, base: number, width: Width): Operand | undefined {
  if (!builder.isPointer(base) && !builder.setInitialValue(base, BigInt(builder.drawAddress(width / 8)))) return undefined
  return { _tag: 'Memory', width, address: { base, index: undefined, scale: 1, displacement: 0n } }
}
