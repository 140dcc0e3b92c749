import type { Choose } from '../../choiceSequence'
import type { CodeDescription, ImmediateKind, OperandDraft } from './draft'

interface ImmediateRule {
  readonly kind: ImmediateKind
  readonly width: number
  readonly signed: boolean
}

const RULES: { readonly [operandKind: string]: ImmediateRule } = {
  imm8: { kind: 'Immediate8', width: 8, signed: false },
  imm4_m2z: { kind: 'Immediate8', width: 2, signed: false },
  imm8sex16: { kind: 'Immediate8to16', width: 8, signed: true },
  imm8sex32: { kind: 'Immediate8to32', width: 8, signed: true },
  imm8sex64: { kind: 'Immediate8to64', width: 8, signed: true },
  imm16: { kind: 'Immediate16', width: 16, signed: false },
  imm32: { kind: 'Immediate32', width: 32, signed: false },
  imm32sex64: { kind: 'Immediate32to64', width: 32, signed: true },
  imm64: { kind: 'Immediate64', width: 64, signed: false },
}

/** Draws an extreme value of a kind of immediate. Returns `value` for a kind without a rule. */
export function extremeImmediate(choose: Choose, { kind, value }: { readonly kind: ImmediateKind; readonly value: bigint }): bigint {
  const rule = Object.values(RULES).find(candidate => candidate.kind === kind && candidate.width > 2)
  if (rule === undefined) return value
  const { width, signed } = rule
  const extreme = choose.pick([(1n << BigInt(width)) - 1n, 1n << BigInt(width - 1), (1n << BigInt(width - 1)) - 1n])
  return signed ? BigInt.asIntN(width, extreme) : extreme
}

/** Draws the immediate at an operand index of a code. */
export function drawImmediate(choose: Choose, code: CodeDescription, index: number): OperandDraft {
  const operandKind = code.operands[index] as string
  if (operandKind === 'imm8_const_1') return { _tag: 'immediate', kind: 'Immediate8', value: 1n }
  const predicates = predicatesOf(code.mnemonic)
  if (predicates > 0) return { _tag: 'immediate', kind: 'Immediate8', value: BigInt(choose.integer(0, predicates - 1)) }
  const rule = RULES[operandKind]
  if (rule === undefined) throw new Error(`operand kind ${operandKind} is not known`)
  const drawn = choose.bits(rule.width)
  const value = rule.signed ? BigInt.asIntN(rule.width, drawn) : drawn
  // enter, extrq and insertq have a second immediate byte.
  const second = operandKind === 'imm8' && code.operands[index - 1]?.startsWith('imm') === true
  return { _tag: 'immediate', kind: second ? 'Immediate8_2nd' : rule.kind, value }
}

/**
 * Returns the number of predicates of a comparison, or 0 for other mnemonics. Larger immediates have no meaning, and
 * decoders differ on them.
 */
export function predicatesOf(mnemonic: string): number {
  if (/^vcmp[ps][sd]$/.test(mnemonic)) return 32
  return /^(?:cmp[ps][sd]|vpcmpu?[bwdq]|vpcomu?[bwdq])$/.test(mnemonic) ? 8 : 0
}
