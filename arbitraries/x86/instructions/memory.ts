import type { Choose } from '../../choiceSequence'
import type { MemoryDraft } from './draft'
import type { Freedom } from './freedom'
import { type RegisterBounds, type RegisterKind, registersOf } from './registers'

/** Limits that an operand kind puts on its address. */
export interface AddressRule {
  /** Kind of vector register that the index must be. */
  readonly vector?: RegisterKind
  /** Index registers that may not be used. */
  readonly taken?: readonly string[]
  readonly ripRelative: boolean
  readonly scaled: boolean
  /** True if a base register is required; an index byte is then always encoded. */
  readonly base: boolean
}

/** Rule for an ordinary memory operand, which allows any address. */
export const ANY_ADDRESS: AddressRule = { ripRelative: true, scaled: true, base: false }

const SCALES = [1, 2, 4, 8] as const

/** Scales for an index without a base. A scale of 1 would read as a base. */
const SCALES_WITHOUT_BASE = [2, 4, 8] as const

/** Maximum distance in bytes of a rip-relative operand from its instruction. */
const MAX_RIP_DISTANCE = 0x4000_0000

/** Draws an address; the simplest is a base register alone. */
export function drawMemory(choose: Choose, freedom: Freedom, bounds: RegisterBounds, rule: AddressRule): MemoryDraft {
  const addressBits = freedom.bits === 64 && !(freedom.decorations && choose.integer(0, 15) === 15) ? 64 : 32
  const shape = choose.pick(shapesOf(freedom, rule, addressBits))
  const registers = registersOf(addressBits === 64 ? 'r64' : 'r32', { ...bounds, evex: false })
  if (shape === 'rip') return ripRelative(choose, freedom)
  const indexed = shape === 'index' || shape === 'both'
  const base = shape === 'base' || shape === 'both' ? choose.pick(registers) : 'none'
  const index = indexed ? choose.pick(indexRegisters(registers, bounds, rule)) : 'none'
  const scale = indexed && rule.scaled ? choose.pick(base === 'none' && rule.vector === undefined ? SCALES_WITHOUT_BASE : SCALES) : 1
  return { addressBits, base, index, scale, ...drawDisplacement(choose, base === 'none') }
}

type Shape = 'base' | 'both' | 'index' | 'absolute' | 'rip'

/** Shapes to draw from, by the use of rip-relative addresses and for special kinds of addresses. */
const SHAPES = {
  never: ['base', 'base', 'base', 'both', 'both', 'index', 'absolute'],
  sometimes: ['base', 'base', 'base', 'both', 'both', 'index', 'absolute', 'rip', 'rip'],
  always: ['rip'],
  vector: ['both', 'both', 'index'],
  base: ['base', 'both'],
} as const satisfies { readonly [name: string]: readonly Shape[] }

function shapesOf(freedom: Freedom, rule: AddressRule, addressBits: number): readonly Shape[] {
  if (rule.vector !== undefined) return SHAPES.vector
  if (rule.base) return SHAPES.base
  const rip = rule.ripRelative && addressBits === 64 ? freedom.ripRelative : 'never'
  return SHAPES[rip]
}

function indexRegisters(registers: readonly string[], bounds: RegisterBounds, rule: AddressRule): readonly string[] {
  if (rule.vector === undefined) return registers.filter(name => name !== 'rsp' && name !== 'esp')
  const vectors = registersOf(rule.vector, bounds)
  const taken = rule.taken?.map(registerNumber)
  return taken === undefined ? vectors : vectors.filter(name => !taken.includes(registerNumber(name)))
}

/** Returns the number of a vector or mask register: xmm3 and ymm3 are the same register. */
export function registerNumber(name: string): number {
  return Number(name.replace(/\D/g, ''))
}

function ripRelative(choose: Choose, { ip }: Freedom): MemoryDraft {
  const target = ip + choose.integer(0, 2 * MAX_RIP_DISTANCE) - MAX_RIP_DISTANCE
  return {
    addressBits: 64,
    base: 'rip',
    index: 'none',
    scale: 1,
    displacement: BigInt(target),
    displacementForm: 'long',
  }
}

function drawDisplacement(choose: Choose, absolute: boolean): Pick<MemoryDraft, 'displacement' | 'displacementForm'> {
  if (absolute) return { displacement: BigInt(choose.integer(0, 0x7fff_ffff)), displacementForm: 'long' }
  switch (choose.pick(['none', 'short', 'long'] as const)) {
    case 'none':
      return { displacement: 0n, displacementForm: 'none' }
    case 'short':
      return { displacement: BigInt.asIntN(8, BigInt(choose.integer(0, 0xff))), displacementForm: 'short' }
    case 'long':
      return { displacement: BigInt.asIntN(32, BigInt(choose.integer(0, 0xffff_ffff))), displacementForm: 'long' }
  }
}
