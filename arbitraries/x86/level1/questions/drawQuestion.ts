import type * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import { type Choose, fromChoices } from '../../../choiceSequence'
import type { X86Tool } from '../../iced/iced'
import { drawUntil } from '../../instructions/drawUntil'
import { printInstruction } from '../../interpreter/houseText'
import type { Instruction } from '../../interpreter/instruction'
import { machineCodeOf } from '../../interpreter/machineCode'
import { hasClearSets } from '../programs/clearSets'
import { drawFaultProgram } from '../programs/faultPrograms'
import type { Sketch } from '../programs/sketch'
import { drawProgram } from '../programs/topicPrograms'
import type { Task } from './ask'
import { drawAsk } from './drawAsk'
import { effectsOf } from './answer'
import { noteInstructions } from './program'
import type { GivenState, Question } from './question'
import { isSound, trueFlagStatement, trueStatement } from './statement'
import { addDecoys, toldState } from './tell'

/** How questions are made, where it matters. */
export interface Wanted {
  /** Whether they state something of a register; half of them do unless told. */
  readonly given?: boolean
  /** Whether a flag is told that an instruction leaves undefined and another looks at. */
  readonly telling?: boolean
  /** Draws the program, in the place of one of the topic. */
  readonly program?: (choose: Choose) => Sketch | undefined
  readonly accepts?: (question: Question) => boolean
}

/** Questions of a task and difficulty. */
export function questions(tool: X86Tool, task: Task, difficulty: Difficulty, wanted: Wanted = {}): fc.Arbitrary<Question> {
  return fromChoices(choose => drawUntil(choose, next => drawQuestion(next, tool, task, difficulty, wanted)))
}

function drawQuestion(choose: Choose, tool: X86Tool, task: Task, difficulty: Difficulty, wanted: Wanted): Question | undefined {
  const sketch = (wanted.program ?? programOf(task, difficulty))(choose)
  if (sketch === undefined || (wanted.telling === true && sketch.assumed === undefined)) return undefined
  if (task === 'read_write_sets' && !sketch.instructions.every(hasClearSets)) return undefined
  const ask = drawAsk(choose, task, sketch)
  if (ask === undefined) return undefined
  const { assumed } = sketch
  const flag = assumed === undefined ? undefined : { index: assumed.index, name: assumed.flag, value: assumed.value }
  const code = printCode(choose, tool, sketch)
  noteInstructions(code, sketch.instructions)
  const bare = (told: GivenState): Question => ({ task, ip: sketch.ip, code, ...told, ask, flag, given: undefined })
  const told = toldState(tool, sketch, ask, bare)
  if (told === undefined) return undefined
  addDecoys(choose, told, sketch)
  const question = withStatements(choose, tool, bare(told), wanted)
  return question !== undefined && isSound(tool, question) && wanted.accepts?.(question) !== false ? question : undefined
}

const programOf =
  (task: Task, difficulty: Difficulty) =>
  (choose: Choose): Sketch | undefined =>
    task === 'faults' ? drawFaultProgram(choose, difficulty) : drawProgram(choose, task, difficulty)

/** One in so many questions shows one of its instructions in bytes. */
const IN_BYTES = 8

function printCode(choose: Choose, tool: X86Tool, { instructions, ip }: Sketch): readonly string[] {
  const texts = instructions.map(printInstruction)
  const at = choose.integer(0, IN_BYTES - 1) === IN_BYTES - 1 ? choose.integer(0, texts.length - 1) : -1
  const bytes = instructions[at] === undefined || isRelative(instructions[at]) ? undefined : machineCodeOf(tool, instructions[at], ip)
  return bytes === undefined ? texts : texts.with(at, `db ${pairsOf(bytes)}`)
}

/** Where a branch leads to is told by its address. */
const isRelative = ({ mnemonic }: Instruction): boolean => /^(?:j|loop|call)/.test(mnemonic)

export const pairsOf = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(' ')

/** One in so many programs that read no undefined flag has a statement of a flag all the same. */
const IDLE_FLAGS = 19

function withStatements(choose: Choose, tool: X86Tool, question: Question, { given: wants }: Wanted): Question | undefined {
  const effects = effectsOf(tool, question)
  if (effects === undefined) return undefined
  const isStated = choose.boolean()
  const given = (wants ?? isStated) ? trueStatement(choose, question, effects) : undefined
  if (wants === true && given === undefined) return undefined
  const isIdle = question.flag === undefined && question.ask._tag !== 'Sets' && choose.integer(0, IDLE_FLAGS) === IDLE_FLAGS
  const flag = question.flag ?? (isIdle ? trueFlagStatement(choose, effects) : undefined)
  return { ...question, flag, given }
}
