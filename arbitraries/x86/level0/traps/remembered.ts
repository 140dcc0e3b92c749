import type * as fc from 'fast-check'
import type { Difficulty } from '../../../../src/model/vocabulary'
import type { Question, Task } from '../questions/question'

/** Makes the twins of a topic and difficulty once, for making an arbitrary of programs takes long. */
export function remembered(
  make: (task: Task, difficulty: Difficulty) => fc.Arbitrary<Question>,
): (topic: string, difficulty: Difficulty) => fc.Arbitrary<Question> {
  const made = new Map<string, fc.Arbitrary<Question>>()
  return (topic, difficulty) => {
    const name = `${topic}.${difficulty}`
    const twins = made.get(name) ?? make(topic as Task, difficulty)
    made.set(name, twins)
    return twins
  }
}
