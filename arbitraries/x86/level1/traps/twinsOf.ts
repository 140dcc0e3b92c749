import * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { X86Tool } from '../../iced/iced'
import { edgeExists, edgeQuestions, TOPIC_EDGES } from '../edges/topicEdges'
import type { Level1Task } from '../questions/ask'
import { questions, type QuestionOptions } from '../questions/drawQuestion'
import type { Level1Question } from '../questions/question'

type Twins = (topic: string, difficulty: Difficulty) => fc.Arbitrary<Level1Question>

/** Returns the twins of a trap: questions of the topic, made with the options that the trap needs. */
export const twinsOf =
  (tool: X86Tool, options: QuestionOptions): Twins =>
  (topic, difficulty) =>
    questions(tool, topic as Level1Task, difficulty, options)

/** Number of ordinary twins per twin that shows an edge. Answerable rows have the same proportion. */
const ORDINARY_WEIGHT = 3

/** Returns the same twins mixed with some that show an edge of their topic. So every kind of question also occurs as a trap. */
export const twinsWithExtremes =
  (tool: X86Tool, options: QuestionOptions): Twins =>
  (topic, difficulty) => {
    const task = topic as Level1Task
    const edges = TOPIC_EDGES[task].filter(edge => edgeExists(task, edge, difficulty))
    const extreme = fc.oneof(...edges.map(edge => edgeQuestions(tool, task, difficulty, edge, options)))
    return fc.oneof({ arbitrary: questions(tool, task, difficulty, options), weight: ORDINARY_WEIGHT }, { arbitrary: extreme, weight: 1 })
  }
