import type { X86Tool } from '../../iced/iced'
import type { Isa, Level0Task } from './question'
import { ANSWERS } from './questions'
import { readableIn } from './readableIn'

/**
 * Returns a task's answers for some bytes in each mode that an isa allows. Returns undefined if a mode cannot read them,
 * the decoders may differ, or an instruction has no class.
 */
export function answersIn(tool: X86Tool, isa: Isa, task: Level0Task, bytes: Uint8Array, ip: number): readonly string[] | undefined {
  const answers = readableIn(tool, isa, bytes, ip)?.map(instructions => ANSWERS[task]({ bytes, instructions }))
  return answers?.some(answer => answer.includes('unknown')) === true ? undefined : answers
}
