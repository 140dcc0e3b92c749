import type { EffectsInput } from '../effectsInput'
import type { EffectsProgram, Executed } from '../runs/outcome'
import { flagReading } from './flagReading'
import { WHOLE_REGISTER } from './registerNumbers'
import { overwrittenBy, readingOf } from './toldReads'
import { readsUntoldMemory } from './untoldMemory'

/** Whether the stated register still holds something, behind its instruction, that is not told. */
function keepsUntold({ given, known }: EffectsInput, { parts }: EffectsProgram): boolean {
  if (given === undefined || known.registers.has(given.register)) return false
  return overwrittenBy(parts.slice(0, given.index + 1)).get(given.register) !== WHOLE_REGISTER
}

/** Whether what code has done up to an instruction depends on something that is not told, or not defined: then a statement that is false of what was tried may yet be true. */
export function provesNothing(input: EffectsInput, program: EffectsProgram, runs: readonly (readonly Executed[])[], upTo: number): boolean {
  if (readingOf(program, input.known, upTo + 1).isUntold || keepsUntold(input, program)) return true
  return runs.some(executed => {
    const done = executed.filter(({ index }) => index <= upTo)
    const { readsUntold, readsUndefined } = flagReading(program, input, done)
    return readsUntold || readsUndefined || readsUntoldMemory(program, input.known, done)
  })
}
