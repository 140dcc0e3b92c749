import type * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { X86Tool } from '../../iced/iced'
import type { Task } from '../questions/ask'
import { questions, type Wanted } from '../questions/drawQuestion'
import type { Question } from '../questions/question'

/** Twins that are questions of their topic, made as a trap needs them. */
export const twinsOf =
  (tool: X86Tool, wanted: Wanted) =>
  (topic: string, difficulty: Difficulty): fc.Arbitrary<Question> =>
    questions(tool, topic as Task, difficulty, wanted)
