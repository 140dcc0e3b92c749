import { FLAGS, type State } from '../../../../../arbitraries/x86/interpreter/state'
import { FLAG_BITS, type Run } from '../../../../../laws/x86/processor/processor'
import { PageMemory } from './pageMemory'

/** Converts the start of a run into a state of the interpreter. */
export function stateOfRun({ registers, flags, window, memory, fill }: Omit<Run, 'code' | 'starts' | 'ip' | 'budget'>): State {
  return {
    registers: [...registers],
    flags: Object.fromEntries(FLAGS.map(flag => [flag, (flags & FLAG_BITS[flag]) !== 0])),
    memory: new PageMemory(window, memory, fill),
  }
}
