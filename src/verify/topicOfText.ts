import type { LevelSpec } from '../model/levelSpec'

/** Returns the topic of a text: the level's only topic, or the result of `topicOf`. Returns '' if neither determines it. */
export function topicOfText<Q, A>(spec: LevelSpec<Q, A>, input: string): string {
  const [only, ...others] = Object.keys(spec.topics)
  if (only !== undefined && others.length === 0) return only
  const topic = spec.topicOf?.(input)
  return topic !== undefined && Object.hasOwn(spec.topics, topic) ? topic : ''
}
