import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram, Executed } from '../runs/outcome'
import { flagsRead } from './flagsRead'
import { flagsWritten } from './flagsWritten'
import { isIdleRepetition } from './isIdleRepetition'
import { shiftCount } from './shiftCount'
import type { StateBefore } from './stateBefore'
import { type Statement, statementOf } from './statement'
import { undefinedFlagsOf } from './undefinedFlags'

/** Reads of flags by executed code. */
export interface FlagReading {
  /** True if it read a flag that it had not written before and whose initial value the input does not state. */
  readonly readsUnstatedFlag: boolean
  /** True if it read a flag that it had left undefined and whose value no line `flag:` states. */
  readonly readsUndefined: boolean
}

/** Returns true for a string instruction with zero repetitions and for a shift by zero: they read no flag. */
const isIdle = (statement: Statement, before: StateBefore): boolean =>
  isIdleRepetition(statement, before) || shiftCount(statement, before)?.count === 0

/** Determines the reads of flags by following the executed steps. */
export function flagReading({ parts }: EffectsProgram, { known, flag }: EffectsInput, executed: readonly Executed[]): FlagReading {
  let [defined, isUndefined] = [known.flags.stated, 0]
  const reading = { readsUnstatedFlag: false, readsUndefined: false }
  for (const { index, before } of executed) {
    const text = parts[index]?.text ?? ''
    const read = isIdle(statementOf(text), before) ? 0 : flagsRead(text)
    reading.readsUnstatedFlag ||= (read & ~defined) !== 0
    reading.readsUndefined ||= (read & isUndefined) !== 0
    const written = flagsWritten(text, before)
    defined |= written
    isUndefined = (isUndefined & ~written) | undefinedFlagsOf(text, before)
    if (flag?.index === index) isUndefined &= ~flag.bit
  }
  return reading
}
