import * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { X86Tool } from '../../iced/iced'
import { edgeExists, edgeQuestions, TOPIC_EDGES } from '../edges/topicEdges'
import type { Task } from '../questions/ask'
import { questions, type Wanted } from '../questions/drawQuestion'
import type { Question } from '../questions/question'

type Twins = (topic: string, difficulty: Difficulty) => fc.Arbitrary<Question>

/** Twins that are questions of their topic, made as a trap needs them. */
export const twinsOf =
  (tool: X86Tool, wanted: Wanted): Twins =>
  (topic, difficulty) =>
    questions(tool, topic as Task, difficulty, wanted)

/** For so many ordinary twins one shows an extreme: among answerable rows it is as many. */
const ORDINARY = 3

/** The same, of which some show an extreme of their topic: no look of theirs is then without a trap. */
export const twinsWithExtremes =
  (tool: X86Tool, wanted: Wanted): Twins =>
  (topic, difficulty) => {
    const task = topic as Task
    const edges = TOPIC_EDGES[task].filter(edge => edgeExists(task, edge, difficulty))
    const extreme = fc.oneof(...edges.map(edge => edgeQuestions(tool, task, difficulty, edge, wanted)))
    return fc.oneof({ arbitrary: questions(tool, task, difficulty, wanted), weight: ORDINARY }, { arbitrary: extreme, weight: 1 })
  }
