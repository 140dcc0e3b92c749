import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram, Executed } from '../runs/outcome'
import { flagsRead } from './flagsRead'
import { flagsWritten } from './flagsWritten'
import { isIdleRepetition } from './isIdleRepetition'
import { shiftCount } from './shiftCount'
import type { StateBefore } from './stateBefore'
import { type Statement, statementOf } from './statement'
import { undefinedFlagsOf } from './undefinedFlags'

/** How code has looked at flags, as it was executed. */
export interface FlagReading {
  /** At one that is neither told nor written by itself before. */
  readonly readsUntold: boolean
  /** At one that it has left undefined, and of which nothing is told. */
  readonly readsUndefined: boolean
}

/** What is repeated not even once, and rotated by nothing, looks at no flag. */
const isIdle = (statement: Statement, before: StateBefore): boolean =>
  isIdleRepetition(statement, before) || shiftCount(statement, before)?.count === 0

/** Follows code step by step, as it was executed. */
export function flagReading({ parts }: EffectsProgram, { known, flag }: EffectsInput, executed: readonly Executed[]): FlagReading {
  let [told, isUndefined] = [known.flags.told, 0]
  const reading = { readsUntold: false, readsUndefined: false }
  for (const { index, before } of executed) {
    const text = parts[index]?.text ?? ''
    const read = isIdle(statementOf(text), before) ? 0 : flagsRead(text)
    reading.readsUntold ||= (read & ~told) !== 0
    reading.readsUndefined ||= (read & isUndefined) !== 0
    const written = flagsWritten(text, before)
    told |= written
    isUndefined = (isUndefined & ~written) | undefinedFlagsOf(text, before)
    if (flag?.index === index) isUndefined &= ~flag.bit
  }
  return reading
}
