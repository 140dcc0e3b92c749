import type { CodeDescription } from '../instructions/draft'
import { groupByMnemonic } from './groupByMnemonic'

/** Mnemonic with the codes that may be drawn for it. */
interface PoolEntry {
  readonly mnemonic: string
  readonly codes: readonly CodeDescription[]
}

/** Codes to draw from, by mnemonic, so that mnemonics with many forms are not drawn more often than others. */
export interface CodePool {
  /** Mnemonics with operands to choose, the simplest first. */
  readonly varied: readonly PoolEntry[]
  /** Mnemonics that have only a few different instructions, such as `cdq`. */
  readonly few: readonly PoolEntry[]
}

/** Mnemonics to which a failing draw shrinks. */
const SIMPLEST = ['mov', 'add', 'sub', 'and', 'or', 'xor', 'cmp', 'test', 'push', 'pop', 'lea']

/** Operand kinds with only one possible operand. */
const FIXED_KIND = /^(?:es|cs|ss|ds|fs|gs|al|cl|ax|dx|eax|rax|st0|imm8_const_1|seg_rSI|es_rDI|seg_rDI)$/

/**
 * Pools by the numbers of their codes. A level requests the same few pools hundreds of times, and each has a thousand
 * entries.
 */
const POOLS = new Map<string, CodePool>()

/** Returns the pool of codes by mnemonic. Equal lists of codes share one pool. */
export function codePool(codes: readonly CodeDescription[]): CodePool {
  const key = codes.map(({ code }) => String.fromCharCode(code)).join('')
  const known = POOLS.get(key)
  if (known !== undefined) return known
  const pool = createPool(codes)
  POOLS.set(key, pool)
  return pool
}

function createPool(codes: readonly CodeDescription[]): CodePool {
  const entries = [...groupByMnemonic(codes)].map(([mnemonic, group]) => ({ mnemonic, codes: simplestFirst(group) }))
  const rank = ({ mnemonic }: PoolEntry): number => (SIMPLEST.indexOf(mnemonic) + SIMPLEST.length + 1) % (SIMPLEST.length + 1)
  const ranked = entries.sort((one, other) => rank(one) - rank(other))
  const hasChoice = ({ codes: group }: PoolEntry): boolean => group.some(code => code.operands.some(kind => !FIXED_KIND.test(kind)))
  return { varied: ranked.filter(hasChoice), few: ranked.filter(entry => !hasChoice(entry)) }
}

/** Returns the codes with 32-bit operands first, because they need no prefix. */
function simplestFirst(codes: readonly CodeDescription[]): readonly CodeDescription[] {
  return [...codes.filter(code => code.operandSize === 32), ...codes.filter(code => code.operandSize !== 32)]
}
