import type { Operand, Width } from './instruction'
import { RCX, RDI, RSI } from './registers'

/** Operands that one operand position of a form accepts. */
export type OperandKind =
  | { readonly _tag: 'Register'; readonly width: Width }
  | { readonly _tag: 'Memory'; readonly width: Width | 128 | undefined }
  | { readonly _tag: 'RegisterOrMemory'; readonly width: Width }
  /** Immediate encoded in `bits` and sign-extended to `width`. */
  | { readonly _tag: 'Immediate'; readonly bits: Width; readonly width: Width }
  /** Count of a shift. */
  | { readonly _tag: 'Cl' }
  /** Nesting level of enter. */
  | { readonly _tag: 'Zero' }
  /** Absolute address. */
  | { readonly _tag: 'Target' }
  /** Memory of a string instruction, at rsi or rdi. */
  | { readonly _tag: 'String'; readonly base: number; readonly width: Width }

const parseWidth = (notation: string): Width => Number(/\d+$/.exec(notation)?.[0]) as Width

/**
 * Parses the notation of the whitelist: `r32`, `m64`, `m`, `r/m8`, `imm16`, `simm32` (to 64 bits), `cl`, `0`, `target`,
 * `[rsi]8`.
 *
 * @throws RangeError for any other notation.
 */
export function parseOperandKind(notation: string): OperandKind {
  const width = parseWidth(notation)
  switch (notation.replace(/\d+$/, '')) {
    case 'r':
      return { _tag: 'Register', width }
    case 'r/m':
      return { _tag: 'RegisterOrMemory', width }
    case 'm':
      return { _tag: 'Memory', width: notation === 'm' ? undefined : width }
    case 'imm':
      return { _tag: 'Immediate', bits: width, width }
    case 'simm':
      return { _tag: 'Immediate', bits: width, width: 64 }
    case 'cl':
      return { _tag: 'Cl' }
    case '':
      return { _tag: 'Zero' }
    case 'target':
      return { _tag: 'Target' }
    case '[rsi]':
      return { _tag: 'String', base: RSI, width }
    case '[rdi]':
      return { _tag: 'String', base: RDI, width }
    default:
      throw new RangeError(`${notation} is not a kind of operand`)
  }
}

/** Returns true if an operand is of a kind. */
export function isOfKind(operand: Operand, kind: OperandKind): boolean {
  if (operand._tag === 'Register') return isRegisterOfKind(operand, kind)
  return operand._tag === 'Memory' ? isMemoryOfKind(operand, kind) : isImmediateOfKind(operand.value, kind)
}

function isRegisterOfKind({ register }: Operand & { readonly _tag: 'Register' }, kind: OperandKind): boolean {
  if (kind._tag === 'Cl') return register.number === RCX && register.width === 8 && !register.high
  return (kind._tag === 'Register' || kind._tag === 'RegisterOrMemory') && register.width === kind.width
}

function isMemoryOfKind({ width, address }: Operand & { readonly _tag: 'Memory' }, kind: OperandKind): boolean {
  if (kind._tag === 'Memory' || kind._tag === 'RegisterOrMemory') return width === kind.width
  if (kind._tag !== 'String') return false
  return width === kind.width && address.base === kind.base && address.index === undefined && address.displacement === 0n
}

function isImmediateOfKind(value: bigint, kind: OperandKind): boolean {
  if (kind._tag === 'Zero') return value === 0n
  if (kind._tag === 'Target') return BigInt.asUintN(64, value) === value
  return kind._tag === 'Immediate' && BigInt.asUintN(kind.width, BigInt.asIntN(kind.bits, value)) === value
}
