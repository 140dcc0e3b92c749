import type * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import { type Choose, fromChoices } from '../../../choiceSequence'
import type { X86Tool } from '../../iced/iced'
import { drawUntil } from '../../instructions/drawUntil'
import { printInstruction } from '../../interpreter/canonicalAsm'
import type { Instruction } from '../../interpreter/instruction'
import { machineCodeOf } from '../../interpreter/machineCode'
import { hasFixedSets } from '../programs/clearSets'
import { drawFaultProgram } from '../programs/faultPrograms'
import type { ProgramBuilder } from '../programs/programBuilder'
import { drawProgram } from '../programs/topicPrograms'
import type { Level1Task } from './ask'
import { drawAsk } from './drawAsk'
import { effectsOf } from './answer'
import { cacheInstructions } from './program'
import type { GivenState, Level1Question } from './question'
import { isSound, trueFlagStatement, trueStatement } from './statement'
import { addDecoys, statedState } from './statedState'

/** Options of drawn questions. */
export interface QuestionOptions {
  /** True if questions state a register value, false if not. By default, half of them do. */
  readonly given?: boolean
  /** True if the code must read a flag that an instruction leaves undefined, so that the question states it. */
  readonly readsUndefinedFlag?: boolean
  /** Draws the program instead of one of the topic. */
  readonly program?: (choose: Choose) => ProgramBuilder | undefined
  /** Predicate that questions must satisfy. */
  readonly accepts?: (question: Level1Question) => boolean
}

/** Returns an arbitrary of questions of a task and difficulty. */
export function questions(
  tool: X86Tool,
  task: Level1Task,
  difficulty: Difficulty,
  options: QuestionOptions = {},
): fc.Arbitrary<Level1Question> {
  return fromChoices(choose => drawUntil(choose, next => drawQuestion(next, tool, task, difficulty, options)))
}

function drawQuestion(
  choose: Choose,
  tool: X86Tool,
  task: Level1Task,
  difficulty: Difficulty,
  options: QuestionOptions,
): Level1Question | undefined {
  const builder = (options.program ?? programOf(task, difficulty))(choose)
  if (builder === undefined || (options.readsUndefinedFlag === true && builder.assumed === undefined)) return undefined
  if (task === 'read_write_sets' && !builder.instructions.every(hasFixedSets)) return undefined
  const ask = drawAsk(choose, task, builder)
  if (ask === undefined) return undefined
  const { assumed } = builder
  const flag = assumed === undefined ? undefined : { index: assumed.index, name: assumed.flag, value: assumed.value }
  const code = printCode(choose, tool, builder)
  cacheInstructions(code, builder.instructions)
  const questionFor = (stated: GivenState): Level1Question => ({ task, ip: builder.ip, code, ...stated, ask, flag, given: undefined })
  const stated = statedState(tool, builder, ask, questionFor)
  if (stated === undefined) return undefined
  addDecoys(choose, stated, builder)
  const question = addStatements(choose, tool, questionFor(stated), options)
  return question !== undefined && isSound(tool, question) && options.accepts?.(question) !== false ? question : undefined
}

const programOf =
  (task: Level1Task, difficulty: Difficulty) =>
  (choose: Choose): ProgramBuilder | undefined =>
    task === 'faults' ? drawFaultProgram(choose, difficulty) : drawProgram(choose, task, difficulty)

/** One question in this many shows one of its instructions in bytes. */
const RAW_BYTES_ODDS = 8

function printCode(choose: Choose, tool: X86Tool, { instructions, ip }: ProgramBuilder): readonly string[] {
  const texts = instructions.map(printInstruction)
  const at = choose.integer(0, RAW_BYTES_ODDS - 1) === RAW_BYTES_ODDS - 1 ? choose.integer(0, texts.length - 1) : -1
  const bytes = instructions[at] === undefined || isRelative(instructions[at]) ? undefined : machineCodeOf(tool, instructions[at], ip)
  return bytes === undefined ? texts : texts.with(at, `db ${pairsOf(bytes)}`)
}

/** Returns true for branches with a relative target, which bytes would not show as an address. */
const isRelative = ({ mnemonic }: Instruction): boolean => /^(?:j|loop|call)/.test(mnemonic)

/** Returns bytes as hexadecimal pairs, separated by spaces. */
export const pairsOf = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(' ')

/** One program in this many (plus one) that reads no undefined flag still states a flag. */
const IDLE_FLAG_ODDS = 19

function addStatements(
  choose: Choose,
  tool: X86Tool,
  question: Level1Question,
  { given: mustState }: QuestionOptions,
): Level1Question | undefined {
  const effects = effectsOf(tool, question)
  if (effects === undefined) return undefined
  const isStated = choose.boolean()
  const given = (mustState ?? isStated) ? trueStatement(choose, question, effects) : undefined
  if (mustState === true && given === undefined) return undefined
  const isIdle = question.flag === undefined && question.ask._tag !== 'Sets' && choose.integer(0, IDLE_FLAG_ODDS) === IDLE_FLAG_ODDS
  const flag = question.flag ?? (isIdle ? trueFlagStatement(choose, effects) : undefined)
  return { ...question, flag, given }
}
