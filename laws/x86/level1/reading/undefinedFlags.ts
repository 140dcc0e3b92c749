import { FLAG_BITS } from '../../processor/processor'
import { outsideOfLevel } from '../program/outsideOfLevel'
import { type ShiftCount, shiftCount } from './shiftCount'
import { memoize } from './memoize'
import type { StateBefore } from './stateBefore'
import { operandBits, type Statement, statementOf } from './statement'

const { CF, PF, AF, ZF, SF, OF } = FLAG_BITS

/** Flags that are undefined for all operands (Intel SDM, volume 2, section "Flags affected" of each instruction). */
const ALWAYS: ReadonlyMap<string, number> = byMnemonic([
  ['and or xor test', AF],
  ['andn blsi blsmsk blsr bzhi', AF | PF],
  ['bextr', AF | PF | SF],
  ['mul imul', SF | ZF | AF | PF],
  ['div idiv', CF | OF | SF | ZF | AF | PF],
  ['bt bts btr btc', OF | SF | AF | PF],
  ['bsf bsr', CF | OF | SF | AF | PF],
  ['tzcnt lzcnt', OF | SF | AF | PF],
])

function byMnemonic(lines: readonly (readonly [mnemonics: string, flags: number])[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap(([mnemonics, flags]) => mnemonics.split(' ').map(mnemonic => [mnemonic, flags] as const)))
}

/** Returns the bits of EFLAGS that an instruction, in canonical assembly, leaves undefined in this state. */
export function undefinedFlagsOf(text: string, before: StateBefore): number {
  const statement = statementOf(text)
  const shift = shiftCount(statement, before)
  return shift === undefined ? (ALWAYS.get(statement.mnemonic) ?? 0) : undefinedByShift(statement.mnemonic, shift)
}

function undefinedByShift(mnemonic: string, { count, bits }: ShiftCount): number {
  // A zero count changes no flag.
  if (count === 0) return 0
  const overflow = count === 1 ? 0 : OF
  switch (mnemonic) {
    case 'shl':
    case 'shr':
      return AF | overflow | (count >= bits ? CF : 0)
    case 'sar':
      return AF | overflow
    case 'shld':
    case 'shrd':
      return count > bits ? CF | OF | SF | ZF | AF | PF : AF | overflow
    default:
      // Rotations change only CF and OF.
      return overflow
  }
}

/**
 * Returns the reason why an execution of an instruction, in canonical assembly, cannot be judged by one processor: its result is undefined,
 * processors are known to differ, or it is not an instruction of level 1. Returns undefined if it can be judged.
 */
export function unsupportedOf(text: string, before: StateBefore, after: Pick<StateBefore, 'flags'>): string | undefined {
  return outside(text).reason ?? undefinedResult(statementOf(text), before, after)
}

const outside = memoize(text => ({ reason: outsideOfLevel(text) }))

function undefinedResult(statement: Statement, before: StateBefore, after: Pick<StateBefore, 'flags'>): string | undefined {
  const { mnemonic, operands } = statement
  switch (mnemonic) {
    case 'bswap':
      return operandBits(operands[0] ?? '') === 16 ? 'bswap of 16 bits is undefined' : undefined
    case 'movsxd':
      return operandBits(operands[0] ?? '') === 16 ? 'manuals differ on how much movsxd to 16 bits reads' : undefined
    case 'bsf':
    case 'bsr':
      // Both set ZF if and only if the source is zero.
      return (after.flags & ZF) === 0 ? undefined : `the result of ${mnemonic} is undefined where no bit is set`
    default:
      return undefinedShift(mnemonic, shiftCount(statement, before))
  }
}

function undefinedShift(mnemonic: string, shift: ShiftCount | undefined): string | undefined {
  if (shift === undefined || shift.count === 0) return undefined
  const { count, bits } = shift
  if (/^sh[lr]d$/.test(mnemonic) && count > bits) return `the result of ${mnemonic} is undefined where the count exceeds the operand`
  // They rotate through CF, so a full rotation has one more bit. No masked count reaches it for 32 or 64 bits.
  const isAround = /^rc[lr]$/.test(mnemonic) && count % (bits + 1) === 0
  return isAround ? `processors differ on the flags of ${mnemonic} all the way around` : undefined
}
