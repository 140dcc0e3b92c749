import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram, Executed } from '../runs/outcome'
import { flagReading } from './flagReading'
import { WHOLE_REGISTER } from './registerNumbers'
import { overwrittenBy, readingOf } from './textReading'
import { readsUnstatedMemory } from './unstatedMemory'

/** Returns true if the register in `given:`, after its instruction, still holds bits of an unstated initial value. */
function keepsUnstated({ given, known }: EffectsInput, { parts }: EffectsProgram): boolean {
  if (given === undefined || known.registers.has(given.register)) return false
  return overwrittenBy(parts.slice(0, given.index + 1)).get(given.register) !== WHOLE_REGISTER
}

/**
 * Returns true if the code, up to an instruction, depends on an unstated or undefined value. A statement that is false in all
 * runs may then still be true in a state that was not run.
 */
export function isInconclusive(
  input: EffectsInput,
  program: EffectsProgram,
  runs: readonly (readonly Executed[])[],
  upTo: number,
): boolean {
  if (readingOf(program, input.known, upTo + 1).readsUnstatedRegister || keepsUnstated(input, program)) return true
  return runs.some(executed => {
    const done = executed.filter(({ index }) => index <= upTo)
    const { readsUnstatedFlag, readsUndefined } = flagReading(program, input, done)
    return readsUnstatedFlag || readsUndefined || readsUnstatedMemory(program, input.known, done)
  })
}
