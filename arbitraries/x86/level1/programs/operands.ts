import type { Choose } from '../../../choiceSequence'
import type { Operand, Width } from '../../interpreter/instruction'
import type { OperandKind } from '../../interpreter/operandKinds'
import { lowPart, RCX, registersOfWidth, RSP } from '../../interpreter/registers'
import type { Form } from '../../interpreter/whitelist'
import type { Sketch } from './sketch'
import { drawExtreme, drawValue } from './values'

/** What operands are to be like. */
export interface Taste {
  /** Where a register could stand as well, memory stands. */
  readonly memory: boolean
  /** Of eight-bit registers, ah to bh. */
  readonly high?: boolean
  /** Immediates and fresh registers are the extremes of their width. */
  readonly extreme?: boolean
  /** Of shifts and rotates: the count itself, or one that is masked to it. */
  readonly count?: (choose: Choose, width: number) => number
}

/** Draws an operand for a place in a form; undefined where there is none to be had. */
export function drawOperand(choose: Choose, sketch: Sketch, form: Form, at: number, taste: Taste): Operand | undefined {
  const kind = form.operands[at] as OperandKind
  switch (kind._tag) {
    case 'Register':
      return drawRegister(choose, sketch, kind.width, at, taste)
    case 'RegisterOrMemory':
      return taste.memory ? drawMemory(choose, sketch, kind.width) : drawRegister(choose, sketch, kind.width, at, taste)
    case 'Memory':
      return kind.width === undefined ? drawAddress(choose, sketch) : drawMemory(choose, sketch, kind.width)
    case 'Immediate':
      return { _tag: 'Immediate', value: drawImmediate(choose, form, kind, taste) }
    case 'Cl':
      return drawCount(choose, sketch, form, taste)
    case 'Zero':
      return { _tag: 'Immediate', value: 0n }
    case 'Target':
      return {
        _tag: 'Immediate',
        value: BigInt(/^(?:loop|j[er]cxz)/.test(form.mnemonic) ? drawNearTarget(choose, sketch.ip) : drawTarget(choose, sketch.ip)),
      }
    case 'String':
      return drawString(sketch, kind.base, kind.width)
  }
}

/** Destinations come first: what points to data is not overwritten, so that later operands can use it. */
function drawRegister(choose: Choose, sketch: Sketch, width: Width, at: number, taste: Taste): Operand {
  const all = registersOfWidth(width).filter(({ number, high }) => (width === 8 && taste.high === true ? high : number !== RSP))
  const free = all.filter(({ number }) => at > 0 || !sketch.isPointer(number))
  const register = choose.pick(free.length > 0 ? free : all)
  if (taste.extreme === true && sketch.isFresh(register.number)) {
    const value = drawExtreme(choose, width)
    sketch.settle(register.number, register.high ? value << 8n : value)
  }
  return { _tag: 'Register', register }
}

function drawMemory(choose: Choose, sketch: Sketch, width: Width | 128): Operand | undefined {
  const bytes = width / 8
  const pointers = numbers(number => sketch.isPointer(number) && number !== RSP)
  const base = pointers.length > 0 && choose.integer(0, 3) > 0 ? choose.pick(pointers) : freshPointer(choose, sketch)
  if (base === undefined) return undefined
  const index = choose.integer(0, 3) === 3 ? drawIndex(choose, sketch, base) : undefined
  const scale = index === undefined ? 1 : choose.pick([1, 2, 4, 8] as const)
  const from = sketch.value(base) + (index === undefined ? 0n : sketch.value(index) * BigInt(scale))
  const place = BigInt(choose.integer(0, 2) === 0 ? sketch.drawPlace(bytes) & ~(bytes - 1) : sketch.drawPlace(bytes))
  return { _tag: 'Memory', width, address: { base, index, scale, displacement: place - from } }
}

function freshPointer(choose: Choose, sketch: Sketch): number | undefined {
  const fresh = numbers(number => number !== RSP && sketch.isFresh(number))
  if (fresh.length === 0) return undefined
  const base = choose.pick(fresh)
  sketch.settle(base, BigInt(sketch.drawPlace(16)))
  return base
}

/** The greatest number that an index holds, lest a displacement tell which address is meant. */
const GREATEST_INDEX = 15n

function drawIndex(choose: Choose, sketch: Sketch, base: number): number | undefined {
  const small = numbers(number => number !== RSP && number !== base && sketch.value(number) <= GREATEST_INDEX)
  const fresh = numbers(number => number !== RSP && number !== base && sketch.isFresh(number) && !sketch.isPointer(number))
  if (small.length > 0 && choose.boolean()) return choose.pick(small)
  if (fresh.length === 0) return undefined
  const index = choose.pick(fresh)
  sketch.settle(index, BigInt(choose.integer(0, Number(GREATEST_INDEX))))
  return index
}

/** An address that is only calculated: any registers will do. */
function drawAddress(choose: Choose, sketch: Sketch): Operand {
  const index = choose.boolean() ? choose.pick(numbers(number => number !== RSP)) : undefined
  const scale = index === undefined ? 1 : choose.pick([1, 2, 4, 8] as const)
  const displacement = BigInt(choose.integer(0, 2) === 0 ? 0 : choose.integer(-0x80, 0x7f))
  return {
    _tag: 'Memory',
    width: undefined,
    address: { base: choose.pick(numbers(number => number !== RSP || sketch.isPointer(RSP))), index, scale, displacement },
  }
}

const numbers = (accepts: (number: number) => boolean): readonly number[] =>
  Array.from({ length: 16 }, (_, number) => number).filter(accepts)

function drawImmediate(
  choose: Choose,
  { mnemonic, family, operands }: Form,
  { bits, width }: { bits: Width; width: Width },
  taste: Taste,
): bigint {
  if (mnemonic === 'enter' || mnemonic === 'ret') return BigInt(8 * choose.integer(mnemonic === 'ret' ? 1 : 0, 4))
  const first = operands[0]
  const operandWidth = first !== undefined && 'width' in first ? (first.width ?? 64) : 64
  if (family === 'shift') return BigInt(taste.count?.(choose, operandWidth) ?? choose.integer(1, operandWidth - 1))
  if (/^bt/.test(mnemonic)) return BigInt(choose.integer(0, operandWidth - 1))
  const value = taste.extreme === true ? drawExtreme(choose, bits) : drawValue(choose)
  return BigInt.asUintN(width, BigInt.asIntN(bits, value))
}

/** The count in cl: small where it can still be chosen. */
function drawCount(choose: Choose, sketch: Sketch, { operands }: Form, taste: Taste): Operand {
  const first = operands[0]
  const width = first !== undefined && 'width' in first ? (first.width ?? 64) : 64
  const count = taste.count?.(choose, width) ?? choose.integer(1, width - 1)
  if (sketch.isFresh(RCX)) sketch.settle(RCX, BigInt(count) + (choose.boolean() ? 0n : choose.bits(32) << 8n))
  return { _tag: 'Register', register: lowPart(RCX, 8) }
}

/** Beyond the code, so that no branch leads into it. */
export function drawTarget(choose: Choose, ip: number): number {
  return choose.boolean()
    ? ip + choose.integer(0x90, choose.boolean() ? 0xfff : 0xffff)
    : ip - choose.integer(0x10, choose.boolean() ? 0x7f : 0xfff)
}

/** Within the reach of one byte, wherever in the code the branch stands. */
const drawNearTarget = (choose: Choose, ip: number): number =>
  choose.boolean() ? ip + choose.integer(0x50, 0x6f) : ip - choose.integer(1, 0x40)

function drawString(sketch: Sketch, base: number, width: Width): Operand | undefined {
  if (!sketch.isPointer(base) && !sketch.settle(base, BigInt(sketch.drawPlace(width / 8)))) return undefined
  return { _tag: 'Memory', width, address: { base, index: undefined, scale: 1, displacement: 0n } }
}
