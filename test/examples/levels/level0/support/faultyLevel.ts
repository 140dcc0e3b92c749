import type { TrapGenerator, AdversarialType, Edge, Topic } from 'genesis-datasets'
import { byDifficulty, impossible } from 'genesis-datasets/arbitraries'
import type { Level0Question, Level0Task } from '../../../../../arbitraries/x86/level0/questions/question'
import type { Level0 } from './level0Dataset'

const same = <T>(part: T) => byDifficulty({ easy: part, medium: part, hard: part })

/**
 * Restricts level 0 to some topics and to one instruction at every difficulty, so that the simplest counterexample
 * is the same in every cell.
 */
export function oneInstruction(level: Level0, ...tasks: readonly Level0Task[]): Level0 {
  const topics = tasks.map(task => [task, easyTopic(level.topics[task] as Topic<Level0Question, string>)] as const)
  return { ...level, topics: Object.fromEntries(topics) }
}

function easyTopic({ edges = {}, ...topic }: Topic<Level0Question, string>): Topic<Level0Question, string> {
  const easyEdges = Object.entries(edges).flatMap(
    ([name, { arbitraries, touches }]): readonly (readonly [string, Edge<Level0Question>])[] =>
      arbitraries.easy === undefined ? [] : [[name, { arbitraries: { easy: arbitraries.easy }, touches }]],
  )
  return { ...topic, questions: same(topic.questions.easy), edges: Object.fromEntries(easyEdges) }
}

/** Replaces parts of a topic. */
export function withTopic(
  level: Level0,
  task: Level0Task,
  change: (topic: Topic<Level0Question, string>) => Partial<Topic<Level0Question, string>>,
): Level0 {
  const topic = level.topics[task] as Topic<Level0Question, string>
  return { ...level, topics: { ...level.topics, [task]: { ...topic, ...change(topic) } } }
}

/** Changes the answers of a topic. */
export const withAnswers = (level: Level0, task: Level0Task, change: (answer: string) => string): Level0 =>
  withTopic(level, task, ({ answer }) => ({ answer: asked => change(answer(asked)) }))

/** Restricts the level to traps of one type, made by this generator. */
export function onlyTraps<T extends AdversarialType>(
  level: Level0,
  type: T,
  trapGenerator: TrapGenerator<Level0Question, string, T>,
): Level0 {
  const none = impossible('not in this test')
  const others = { out_of_scope: none, malformed: none, contradictory: none, incomplete: none, ambiguous: none }
  return { ...level, adversarial: { ...others, [type]: trapGenerator } }
}
