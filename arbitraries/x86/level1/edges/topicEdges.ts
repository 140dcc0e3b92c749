import type * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { X86Tool } from '../../iced/iced'
import { drawFaultProgramWith } from '../programs/faultPrograms'
import { drawProgram } from '../programs/topicPrograms'
import { effectsOf, stateOf } from '../questions/answer'
import type { Level1Task } from '../questions/ask'
import { questions, type QuestionOptions } from '../questions/drawQuestion'
import type { Level1Question } from '../questions/question'
import { DRAW_EDGE } from './drawEdge'
import { type EffectEdge, showsEdge } from './showsEdge'

/** Named edges of each topic, in the topics where they are hardest to answer. */
export const TOPIC_EDGES: Readonly<Record<Level1Task, readonly EffectEdge[]>> = {
  registers: ['highByteRegister', 'selfMove', 'signExtreme', 'maskedCount', 'zeroCount', 'repeatZero'],
  flags: ['zeroCount', 'maskedCount', 'signExtreme'],
  memory: ['stackAlias', 'highByteRegister'],
  control_flow: ['counterBorder', 'signExtreme'],
  read_write_sets: ['highByteRegister'],
  blocks: ['zeroCount', 'stackAlias', 'repeatZero'],
  faults: ['divisionBorder', 'pageBorder'],
}

/** Returns true if an edge can be shown at a difficulty. A single instruction on registers does not write to memory. */
export const edgeExists = (task: Level1Task, edge: EffectEdge, difficulty: Difficulty): boolean =>
  !(task === 'memory' && edge === 'highByteRegister' && difficulty === 'easy')

/** Returns true if a question's code shows an edge when it runs from the stated state. */
export function matchesEdge(tool: X86Tool, edge: EffectEdge, question: Level1Question): boolean {
  const effects = effectsOf(tool, question)
  return effects !== undefined && showsEdge(edge, effects, stateOf(question))
}

/** Returns an arbitrary of questions whose code shows an edge. */
export function edgeQuestions(
  tool: X86Tool,
  task: Level1Task,
  difficulty: Difficulty,
  edge: EffectEdge,
  options: QuestionOptions = {},
): fc.Arbitrary<Level1Question> {
  return questions(tool, task, difficulty, {
    ...options,
    program: choose =>
      task === 'faults'
        ? drawFaultProgramWith(choose, difficulty, DRAW_EDGE[edge])
        : drawProgram(choose, task, difficulty, DRAW_EDGE[edge]),
    accepts: question => matchesEdge(tool, edge, question),
  })
}
