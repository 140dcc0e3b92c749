import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram, Executed } from '../runs/outcome'
import { flagReading } from './flagReading'
import { WHOLE_REGISTER } from './registerNumbers'
import { overwrittenBy, readingOf } from './toldReads'
import { readsUntoldMemory } from './untoldMemory'

/** Returns true if the stated register, after its instruction, still holds a part that the input does not specify. */
function keepsUntold({ given, known }: EffectsInput, { parts }: EffectsProgram): boolean {
  if (given === undefined || known.registers.has(given.register)) return false
  return overwrittenBy(parts.slice(0, given.index + 1)).get(given.register) !== WHOLE_REGISTER
}

/**
 * Returns true if the code, up to an instruction, depends on an unspecified or undefined value. A statement that is false in all
 * runs may then still be true in a state that was not run.
 */
export function provesNothing(input: EffectsInput, program: EffectsProgram, runs: readonly (readonly Executed[])[], upTo: number): boolean {
  if (readingOf(program, input.known, upTo + 1).isUntold || keepsUntold(input, program)) return true
  return runs.some(executed => {
    const done = executed.filter(({ index }) => index <= upTo)
    const { readsUntold, readsUndefined } = flagReading(program, input, done)
    return readsUntold || readsUndefined || readsUntoldMemory(program, input.known, done)
  })
}
