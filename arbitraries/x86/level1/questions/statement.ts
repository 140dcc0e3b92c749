import type { X86Tool } from '../../iced/iced'
import type { Choose } from '../../../choiceSequence'
import { answerOf, type Effects, effectsOf, numberOf } from './answer'
import { FLAGS, type FlagName, type RegisterName, REGISTERS } from './ask'
import type { Question, Statement } from './question'

/** A true statement of a register that is not asked for; undefined where nothing is known behind any instruction. */
export function trueStatement(choose: Choose, { ask }: Question, { steps }: Effects): Statement<RegisterName, bigint> | undefined {
  if (steps.length === 0) return undefined
  const index = choose.integer(0, steps.length - 1)
  const asked = ask._tag === 'Values' ? ask.registers : []
  const known = REGISTERS.filter(name => !asked.includes(name) && registerBehind(steps, index, name) !== undefined)
  if (known.length === 0) return undefined
  const name = choose.pick(known)
  return { index, name, value: registerBehind(steps, index, name) as bigint }
}

/** A true statement of a flag that is defined where it is made. */
export function trueFlagStatement(choose: Choose, { steps }: Effects): Statement<FlagName, boolean> | undefined {
  if (steps.length === 0) return undefined
  const index = choose.integer(0, steps.length - 1)
  const known = FLAGS.filter(name => flagBehind(steps, index, name) !== undefined)
  if (known.length === 0) return undefined
  const name = choose.pick(known)
  return { index, name, value: flagBehind(steps, index, name) === true }
}

const registerBehind = (steps: Effects['steps'], index: number, name: RegisterName): bigint | undefined =>
  steps[index]?.state.registers[numberOf(name)]

/** What a flag is behind an instruction, where it is known and defined. */
const flagBehind = (steps: Effects['steps'], index: number, name: FlagName): boolean | undefined =>
  steps[index] === undefined || steps[index].undefinedAfter.has(name) ? undefined : steps[index].state.flags[name]

/** Whether what a question states is true of what its code does, or told where that leaves it undefined. */
function statesTruth({ flag, given }: Question, { steps }: Effects): boolean {
  if (given !== undefined && registerBehind(steps, given.index, given.name) !== given.value) return false
  return flag === undefined || flagBehind(steps, flag.index, flag.name) === flag.value
}

/** Whether a question has an answer, and states nothing that is untrue. */
export function isSound(tool: X86Tool, question: Question): boolean {
  const effects = effectsOf(tool, question)
  return effects !== undefined && statesTruth(question, effects) && answerOf(tool, question) !== ''
}
