import type { CheckOptions } from '../../model/check'
import { ENGINE_LAWS } from '../../model/law'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES } from '../../model/vocabulary'
import type { ArgumentReader } from './argumentReader'
import { omitUndefined } from './omitUndefined'
import type { Level } from '../level/chosenLevel'

/** Cells as they were typed. */
export interface RawChoice {
  readonly topic?: string
  readonly category?: string
  readonly difficulty?: string
  readonly type?: string
  readonly edge?: string
  readonly law?: string
}

type Choice = Pick<CheckOptions<unknown, unknown>, 'topic' | 'category' | 'difficulty' | 'adversarialType' | 'edge' | 'law'>

/** The cells and the law that were chosen, by the names that the level has for them. */
export function readChoice(reader: ArgumentReader, raw: RawChoice, level: Level): Choice {
  const laws = [...ENGINE_LAWS, ...level.laws.map(({ name }) => name)]
  return omitUndefined({
    topic: reader.oneOf('--topic', raw.topic, Object.keys(level.topics)),
    category: reader.oneOf('--category', raw.category, CATEGORIES),
    difficulty: reader.oneOf('--difficulty', raw.difficulty, DIFFICULTIES),
    adversarialType: reader.oneOf('--type', raw.type, ADVERSARIAL_TYPES),
    edge: reader.oneOf('--edge', raw.edge, edgesOf(level)),
    law: reader.oneOf('--law', raw.law, laws),
  })
}

/** Every edge by its own name and by that of its topic. */
function edgesOf(level: Level): readonly string[] {
  const edges = Object.entries(level.topics).flatMap(([topic, { edges = {} }]) => Object.keys(edges).map(edge => ({ topic, edge })))
  return [...new Set([...edges.map(({ edge }) => edge), ...edges.map(({ topic, edge }) => `${topic}.${edge}`)])]
}
