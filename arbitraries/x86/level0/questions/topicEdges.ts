import * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { X86Tool } from '../../iced/iced'
import { edgeExists, type ProgramEdge } from '../programs/edges'
import type { Level0Question, Level0Task } from './question'
import { questions } from './questions'
import { shownEdgePrograms } from './shownPrograms'

/** Named edges of each topic, in the topics where they are hardest to answer. */
export const TOPIC_EDGES: Readonly<Record<Level0Task, readonly ProgramEdge[]>> = {
  decode: ['fifteenByte', 'extremeDisplacement', 'extremeImmediate', 'highByteRegister', 'uniformByteRegister', 'ripRelative'],
  boundaries: ['fifteenByte', 'redundantPrefix', 'absoluteOffset', 'zeroDisplacement', 'stackPointerBase'],
  classify: ['redundantPrefix', 'fifteenByte'],
  operands: ['highByteRegister', 'uniformByteRegister', 'ripRelative', 'extremeImmediate'],
  encode: [],
}

/** Number of ordinary twins of a trap per twin that shows an edge. Answerable rows have the same proportion. */
const ORDINARY_WEIGHT = 3

/**
 * Returns an arbitrary of ordinary questions mixed with some that show an edge of their topic. So every kind of question
 * also occurs as a trap.
 */
export function withExtremes(
  tool: X86Tool,
  task: Level0Task,
  difficulty: Difficulty,
  ordinary: fc.Arbitrary<Level0Question>,
  hasStatement: fc.Arbitrary<boolean> = fc.boolean(),
): fc.Arbitrary<Level0Question> {
  const edges = TOPIC_EDGES[task].filter(edge => edgeExists(edge, difficulty, 64))
  if (edges.length === 0) return ordinary
  const extreme = fc.oneof(...edges.map(edge => questions(task, shownEdgePrograms(tool, task, difficulty, edge), hasStatement)))
  return fc.oneof({ arbitrary: ordinary, weight: ORDINARY_WEIGHT }, { arbitrary: extreme, weight: 1 })
}
