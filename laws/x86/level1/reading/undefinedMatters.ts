import { FLAG_BITS } from '../../processor/processor'
import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram } from '../runs/outcome'
import { flagsRead } from './flagsRead'
import { undefinedFlagsOf } from './undefinedFlags'

/** Whether it can make a difference what undefined flags are: they are asked for, told, or looked at. */
export const undefinedMatters = (input: EffectsInput, program: EffectsProgram): boolean =>
  asksFlags(input) || input.flag !== undefined || looksAtUndefined(program)

const asksFlags = ({ ask }: EffectsInput): boolean => typeof ask === 'object' && ask.flags.length > 0

/** Whether an instruction looks at a flag that one before it may leave undefined. */
function looksAtUndefined({ parts }: EffectsProgram): boolean {
  let undefinedSoFar = 0
  return parts.some(({ text }) => {
    const looks = (flagsRead(text) & undefinedSoFar) !== 0
    undefinedSoFar |= mayLeave(text)
    return looks
  })
}

/** The flags that an instruction may leave undefined: whatever the count in cl. */
const mayLeave = (text: string): number => undefinedFlagsOf(text, ANY) | (/ cl$/.test(text) ? ALL : 0)

/** A state in which no count is nothing. */
const ANY = { registers: BigUint64Array.from({ length: 16 }, () => 3n), flags: 0 }
const { CF, PF, AF, ZF, SF, OF } = FLAG_BITS
const ALL = CF | PF | AF | ZF | SF | OF
