import * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { X86Tool } from '../../iced/iced'
import { edgeExists, type ProgramEdge } from '../programs/edges'
import type { Question, Task } from './question'
import { questions } from './questions'
import { shownEdgePrograms } from './shownPrograms'

/** The named extremes, in the topics where they are hardest to get right. */
export const TOPIC_EDGES: Readonly<Record<Task, readonly ProgramEdge[]>> = {
  decode: ['fifteenByte', 'extremeDisplacement', 'extremeImmediate', 'highByteRegister', 'uniformByteRegister', 'ripRelative'],
  boundaries: ['fifteenByte', 'redundantPrefix', 'absoluteOffset', 'zeroDisplacement', 'stackPointerBase'],
  classify: ['redundantPrefix', 'fifteenByte'],
  operands: ['highByteRegister', 'uniformByteRegister', 'ripRelative', 'extremeImmediate'],
  encode: [],
}

/** For so many ordinary twins of a trap one shows an extreme: among answerable rows it is as many. */
const ORDINARY = 3

/** Ordinary questions, and some that show an extreme of their topic: no look of theirs is then without a trap. */
export function withExtremes(
  tool: X86Tool,
  task: Task,
  difficulty: Difficulty,
  ordinary: fc.Arbitrary<Question>,
  stating: fc.Arbitrary<boolean> = fc.boolean(),
): fc.Arbitrary<Question> {
  const edges = TOPIC_EDGES[task].filter(edge => edgeExists(edge, difficulty, 64))
  if (edges.length === 0) return ordinary
  const extreme = fc.oneof(...edges.map(edge => questions(task, shownEdgePrograms(tool, task, difficulty, edge), stating)))
  return fc.oneof({ arbitrary: ordinary, weight: ORDINARY }, { arbitrary: extreme, weight: 1 })
}
