import type { Choose } from '../../choiceSequence'
import type { CodeDescription, OperandDraft } from './draft'
import type { Freedom } from './freedom'
import { drawImmediate } from './immediates'
import { type AddressRule, ANY_ADDRESS, drawMemory, registerNumber } from './memory'
import { type RegisterBounds, type RegisterKind, isRegisterKind, registersOf } from './registers'

/** Context in which the operands of one instruction are drawn. */
export interface OperandContext {
  readonly choose: Choose
  readonly code: CodeDescription
  readonly freedom: Freedom
  readonly bounds: RegisterBounds
  /** Registers drawn so far, if they must differ. */
  readonly taken: string[]
}

/** Operand kinds that name one fixed register. */
const FIXED: ReadonlySet<string> = new Set(['es', 'cs', 'ss', 'ds', 'fs', 'gs', 'al', 'cl', 'ax', 'dx', 'eax', 'rax', 'st0'])

/** Draws the operand at an index of a code. */
export function drawOperand(context: OperandContext, index: number): OperandDraft {
  const kind = context.code.operands[index] as string
  if (FIXED.has(kind)) return { _tag: 'register', register: kind }
  if (kind === 'sti_opcode') return { _tag: 'register', register: `st${context.choose.integer(0, 7)}` }
  if (kind.startsWith('imm')) return drawImmediate(context.choose, context.code, index)
  if (kind.startsWith('br') || kind.startsWith('xbegin')) return drawBranch(context, kind)
  if (kind.startsWith('mem') || kind === 'sibmem') return drawAddress(context, kind)
  if (kind.endsWith('_or_mem') || kind.endsWith('_or_mem_mpx')) return drawEither(context, kind)
  if (/^(?:seg|es)_r[SD]I$/.test(kind)) return { _tag: 'implied memory', kind: impliedKind(kind, context.freedom) }
  return drawRegister(context, kind.split('_')[0] as string)
}

function drawRegister(context: OperandContext, name: string): OperandDraft {
  const kind = name.replace(/p[13]$/, '')
  if (!isRegisterKind(kind)) throw new Error(`operand kind ${name} is not known`)
  const list = registersOf(kind, context.bounds)
  if (context.code.distinct === 'none') return { _tag: 'register', register: context.choose.pick(list) }
  const numbers = context.taken.map(registerNumber)
  const register = context.choose.pick(list.filter(candidate => !numbers.includes(registerNumber(candidate))))
  context.taken.push(register)
  return { _tag: 'register', register }
}

function drawEither(context: OperandContext, kind: string): OperandDraft {
  const { memory } = context.freedom
  const inMemory = memory === 'always' || (memory === 'sometimes' && context.choose.boolean())
  return inMemory ? drawAddress(context, kind) : drawRegister(context, kind.split('_')[0] as string)
}

const ADDRESS_RULES: { readonly [kind: string]: AddressRule } = {
  mem_mpx: { ripRelative: false, scaled: true, base: false },
  mem_mib: { ripRelative: false, scaled: false, base: true },
  sibmem: { ripRelative: false, scaled: true, base: true },
}

function drawAddress(context: OperandContext, kind: string): OperandDraft {
  const { choose, freedom, bounds } = context
  if (kind === 'mem_offs') return absoluteAddress(choose, freedom)
  const vector = /^mem_vsib(?:32|64)([xyz])$/.exec(kind)?.[1]
  if (vector === undefined) {
    return { _tag: 'memory', memory: drawMemory(choose, freedom, bounds, ADDRESS_RULES[kind] ?? ANY_ADDRESS) }
  }
  const rule: AddressRule = {
    vector: `${vector}mm` as RegisterKind,
    taken: context.taken,
    ripRelative: false,
    scaled: true,
    base: false,
  }
  const memory = drawMemory(choose, freedom, bounds, rule)
  context.taken.push(memory.index)
  return { _tag: 'memory', memory }
}

/** Returns the operand of `mov al, [address]` and similar instructions: a full address without a register. */
function absoluteAddress(choose: Choose, { bits }: Freedom): OperandDraft {
  const memory = { addressBits: bits, base: 'none', index: 'none', scale: 1, displacementForm: 'long' } as const
  return { _tag: 'memory', memory: { ...memory, displacement: choose.bits(bits) } }
}

function impliedKind(kind: string, { bits }: Freedom): string {
  const register = kind.slice(kind.lastIndexOf('_') + 1).replace('r', bits === 64 ? 'R' : 'E')
  return `Memory${kind.startsWith('es') ? 'ES' : 'Seg'}${register}`
}

/** Draws a branch target near enough for its form, regardless of the length of the instruction. */
function drawBranch({ choose, freedom }: OperandContext, kind: string): OperandDraft {
  const reach = kind.endsWith('_1') ? 0x60 : kind.endsWith('_2') ? 0x1000 : 0x1000_0000
  return { _tag: 'branch', target: choose.integer(Math.max(0, freedom.ip - reach), freedom.ip + reach) }
}
