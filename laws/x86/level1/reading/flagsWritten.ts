import { FLAG_BITS } from '../../processor/processor'
import { isIdleRepetition } from './isIdleRepetition'
import { shiftCount } from './shiftCount'
import type { StateBefore } from './stateBefore'
import { statementOf } from './statement'

const { CF, PF, AF, ZF, SF, DF, OF } = FLAG_BITS
const RESULT = CF | PF | AF | ZF | SF | OF

/** Flags that an instruction always sets, clears or leaves undefined (instruction pages of the Intel SDM, volume 2). */
const WRITTEN: ReadonlyMap<string, number> = new Map(
  (
    [
      ['add adc sub sbb cmp neg xadd cmpxchg and or xor test andn mul imul div idiv bsf bsr tzcnt lzcnt popcnt', RESULT],
      ['bextr bzhi blsi blsmsk blsr cmpsb cmpsw cmpsd cmpsq scasb scasw scasd scasq', RESULT],
      ['inc dec', RESULT & ~CF],
      ['bt bts btr btc', RESULT & ~ZF],
      ['sahf', RESULT & ~OF],
      ['clc stc cmc adcx', CF],
      ['cld std', DF],
      ['adox', OF],
      ['cmpxchg8b cmpxchg16b', ZF],
    ] as const
  ).flatMap(([mnemonics, flags]) => mnemonics.split(' ').map(mnemonic => [mnemonic, flags] as const)),
)

/** Returns the bits of EFLAGS that an instruction, in canonical assembly, overwrites in this state. */
export function flagsWritten(text: string, before: StateBefore): number {
  const statement = statementOf(text)
  if (isIdleRepetition(statement, before)) return 0
  const shift = shiftCount(statement, before)
  if (shift === undefined) return WRITTEN.get(statement.mnemonic) ?? 0
  // A zero count changes no flag. A full rotation through CF may not either. Other rotations change only CF and OF.
  const isAround = /^rc/.test(statement.mnemonic) && shift.count % (shift.bits + 1) === 0
  if (shift.count === 0 || isAround) return 0
  return /^r/.test(statement.mnemonic) ? CF | OF : RESULT
}
