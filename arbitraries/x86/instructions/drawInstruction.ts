import type { Choose } from '../../choiceSequence'
import type { CodeDescription, InstructionDraft, OperandDraft } from './draft'
import { drawOperand, type OperandContext } from './drawOperand'
import type { Freedom } from './freedom'
import type { ByteRegisters } from './registers'

/** Draws the operands and decorations of an instruction of a given code. */
export function drawInstruction(choose: Choose, code: CodeDescription, freedom: Freedom): InstructionDraft {
  const context: OperandContext = {
    choose,
    code,
    freedom,
    bounds: {
      bits: freedom.bits,
      extended: freedom.extended || code.encoding !== 'Legacy',
      bytes: choose.pick(byteRegistersOf(code, freedom)),
      evex: code.encoding === 'EVEX',
    },
    taken: [],
  }
  const operands = code.operands.map((_, index) => drawOperand(context, index))
  return { code, operands, ...drawDecorations(choose, code, freedom, operands) }
}

const ONLY_LOW: readonly ByteRegisters[] = ['low']

/**
 * Returns the usable groups of byte registers. A REX prefix excludes ah to bh, so 64-bit operands exclude them; 32-bit code
 * has no spl to dil.
 */
function byteRegistersOf(code: CodeDescription, { bits, bytes }: Freedom): readonly ByteRegisters[] {
  if (!code.operands.some(kind => kind.startsWith('r8_'))) return ONLY_LOW
  const wide = code.operandSize === 64 || code.operands.some(kind => kind.startsWith('r64'))
  const possible = bytes.filter(row => row === 'low' || (row === 'high' ? !wide : bits === 64))
  return possible.length > 0 ? possible : ONLY_LOW
}

type Decorations = Omit<InstructionDraft, 'code' | 'operands'>

const PLAIN: Decorations = {
  prefix: 'none',
  segment: 'none',
  mask: 'none',
  zeroing: false,
  broadcast: false,
  rounding: 'None',
  suppressesExceptions: false,
}

const MASKS = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7'] as const
const MASKS_OR_NONE = ['none', 'none', ...MASKS] as const
const ROUNDINGS = ['None', 'RoundToNearest', 'RoundDown', 'RoundUp', 'RoundTowardZero'] as const

function drawDecorations(choose: Choose, code: CodeDescription, freedom: Freedom, operands: readonly OperandDraft[]): Decorations {
  const mask = code.mask === 'required' ? choose.pick(MASKS) : 'none'
  if (!freedom.decorations) return mask === 'none' ? PLAIN : { ...PLAIN, mask }
  const inMemory = operands.some(operand => operand._tag === 'memory')
  const onRegisters = operands.every(operand => operand._tag !== 'memory')
  const drawnMask = code.mask === 'optional' ? choose.pick(MASKS_OR_NONE) : mask
  const rounding = code.rounding && onRegisters ? choose.pick(ROUNDINGS) : 'None'
  return {
    prefix: drawPrefix(choose, code, operands),
    segment: inMemory ? drawSegment(choose, freedom) : 'none',
    mask: drawnMask,
    zeroing: drawnMask !== 'none' && code.zeroing && operands[0]?._tag === 'register' && choose.boolean(),
    broadcast: inMemory && code.broadcast && choose.boolean(),
    rounding,
    suppressesExceptions: code.suppressesExceptions && onRegisters && rounding === 'None' && !code.rounding && choose.boolean(),
  }
}

function drawPrefix(choose: Choose, code: CodeDescription, operands: readonly OperandDraft[]): Decorations['prefix'] {
  const lockable = code.lock && operands[0]?._tag === 'memory'
  const possible: Decorations['prefix'][] = ['none']
  if (lockable) possible.push('lock')
  if (code.repeat) possible.push('rep')
  if (code.repeatNotEqual) possible.push('repne')
  return possible.length === 1 ? 'none' : choose.pick(possible)
}

function drawSegment(choose: Choose, { bits }: Freedom): string {
  if (choose.integer(0, 7) < 7) return 'none'
  return choose.pick(bits === 64 ? ['fs', 'gs'] : ['fs', 'gs', 'es', 'cs'])
}
