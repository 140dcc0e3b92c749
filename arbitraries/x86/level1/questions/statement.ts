import type { X86Tool } from '../../iced/iced'
import type { Choose } from '../../../choiceSequence'
import { answerOf, type Effects, effectsOf, numberOf } from './answer'
import { FLAGS, type FlagName, type RegisterName, REGISTERS } from './ask'
import type { Level1Question, StatedValue } from './question'

/**
 * Draws a true statement about a register that is not asked for. Returns undefined if no register is known after the drawn
 * instruction.
 */
export function trueStatement(choose: Choose, { ask }: Level1Question, { steps }: Effects): StatedValue<RegisterName, bigint> | undefined {
  if (steps.length === 0) return undefined
  const index = choose.integer(0, steps.length - 1)
  const asked = ask._tag === 'Values' ? ask.registers : []
  const known = REGISTERS.filter(name => !asked.includes(name) && registerAfter(steps, index, name) !== undefined)
  if (known.length === 0) return undefined
  const name = choose.pick(known)
  return { index, name, value: registerAfter(steps, index, name) as bigint }
}

/** Draws a true statement about a flag that is defined after the drawn instruction. */
export function trueFlagStatement(choose: Choose, { steps }: Effects): StatedValue<FlagName, boolean> | undefined {
  if (steps.length === 0) return undefined
  const index = choose.integer(0, steps.length - 1)
  const known = FLAGS.filter(name => flagAfter(steps, index, name) !== undefined)
  if (known.length === 0) return undefined
  const name = choose.pick(known)
  return { index, name, value: flagAfter(steps, index, name) === true }
}

const registerAfter = (steps: Effects['steps'], index: number, name: RegisterName): bigint | undefined =>
  steps[index]?.state.registers[numberOf(name)]

/** Returns the value of a flag after an instruction, if it is known and defined. */
const flagAfter = (steps: Effects['steps'], index: number, name: FlagName): boolean | undefined =>
  steps[index] === undefined || steps[index].undefinedAfter.has(name) ? undefined : steps[index].state.flags[name]

/** Returns true if the statements of a question agree with its effects, or assume a flag that is undefined. */
function hasTrueStatements({ flag, given }: Level1Question, { steps }: Effects): boolean {
  if (given !== undefined && registerAfter(steps, given.index, given.name) !== given.value) return false
  return flag === undefined || flagAfter(steps, flag.index, flag.name) === flag.value
}

/** Returns true if a question has an answer and makes no false statement. */
export function isSound(tool: X86Tool, question: Level1Question): boolean {
  const effects = effectsOf(tool, question)
  return effects !== undefined && hasTrueStatements(question, effects) && answerOf(tool, question) !== ''
}
