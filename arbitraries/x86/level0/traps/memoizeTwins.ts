import type * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { Level0Question, Level0Task } from '../questions/question'

/** Returns `make` with its results cached by topic and difficulty, because creating an arbitrary of programs takes long. */
export function memoizeTwins(
  make: (task: Level0Task, difficulty: Difficulty) => fc.Arbitrary<Level0Question>,
): (topic: string, difficulty: Difficulty) => fc.Arbitrary<Level0Question> {
  const cache = new Map<string, fc.Arbitrary<Level0Question>>()
  return (topic, difficulty) => {
    const name = `${topic}.${difficulty}`
    const twins = cache.get(name) ?? make(topic as Level0Task, difficulty)
    cache.set(name, twins)
    return twins
  }
}
