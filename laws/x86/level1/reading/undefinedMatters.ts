import { FLAG_BITS } from '../../processor/processor'
import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram } from '../runs/outcome'
import { flagsRead } from './flagsRead'
import { undefinedFlagsOf } from './undefinedFlags'

/** Returns true if the values of undefined flags can matter: flags are asked, a line `flag:` states one, or the code reads one. */
export const undefinedMatters = (input: EffectsInput, program: EffectsProgram): boolean =>
  asksFlags(input) || input.flag !== undefined || readsUndefined(program)

const asksFlags = ({ ask }: EffectsInput): boolean => typeof ask === 'object' && ask.flags.length > 0

/** Returns true if an instruction reads a flag that an earlier one may leave undefined. */
function readsUndefined({ parts }: EffectsProgram): boolean {
  let undefinedSoFar = 0
  return parts.some(({ text }) => {
    const reads = (flagsRead(text) & undefinedSoFar) !== 0
    undefinedSoFar |= mayLeave(text)
    return reads
  })
}

/** Returns the flags that an instruction may leave undefined; for a count in cl, all that any count may. */
const mayLeave = (text: string): number => undefinedFlagsOf(text, ANY) | (/ cl$/.test(text) ? ALL : 0)

/** State in which no count is zero. */
const ANY = { registers: BigUint64Array.from({ length: 16 }, () => 3n), flags: 0 }
const { CF, PF, AF, ZF, SF, OF } = FLAG_BITS
const ALL = CF | PF | AF | ZF | SF | OF
