import type { CheckOptions } from '../../model/check'
import { ENGINE_LAWS } from '../../model/law'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES } from '../../model/vocabulary'
import type { ArgumentReader } from './argumentReader'
import { omitUndefined } from './omitUndefined'
import type { Level } from '../level/chosenLevel'

/** Unparsed options that select cells and a law. */
export interface RawChoice {
  readonly topic?: string
  readonly category?: string
  readonly difficulty?: string
  readonly type?: string
  readonly edge?: string
  readonly law?: string
}

type Choice = Pick<CheckOptions<unknown, unknown>, 'topic' | 'category' | 'difficulty' | 'adversarialType' | 'edge' | 'law'>

/** Reads the options that select cells and a law. The level defines the valid names. */
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

/** Returns the names of all edges, without and with their topic: `zero` and `plain.zero`. */
function edgesOf(level: Level): readonly string[] {
  const edges = Object.entries(level.topics).flatMap(([topic, { edges = {} }]) => Object.keys(edges).map(edge => ({ topic, edge })))
  return [...new Set([...edges.map(({ edge }) => edge), ...edges.map(({ topic, edge }) => `${topic}.${edge}`)])]
}
