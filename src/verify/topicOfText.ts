import type { LevelSpec } from '../model/levelSpec'

/** The topic that a text is about: where the level has but one, or its text tells; '' where that cannot be known. */
export function topicOfText<Q, A>(spec: LevelSpec<Q, A>, input: string): string {
  const [only, ...others] = Object.keys(spec.topics)
  if (only !== undefined && others.length === 0) return only
  const topic = spec.topicOf?.(input)
  return topic !== undefined && Object.hasOwn(spec.topics, topic) ? topic : ''
}
