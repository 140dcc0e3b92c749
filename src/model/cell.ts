import type { AdversarialType, Category, Difficulty } from './vocabulary'

/** One combination of category, topic, edge or adversarial type, and difficulty; the unit in which a plan counts rows. */
export interface Cell {
  /** Parts joined by dots: `valid.decode.easy`, `edge_case.decode.ripRelative.hard`, `adversarial.decode.malformed.easy`. */
  readonly name: string
  readonly category: Category
  readonly topic: string
  /** Name of the edge, or `none`. */
  readonly edge: string
  /** Type of the traps in this cell, or `none`. */
  readonly adversarialType: AdversarialType | 'none'
  readonly difficulty: Difficulty
}

/** Returns the cell of a topic's valid rows of one difficulty. */
export const validCell = (topic: string, difficulty: Difficulty): Cell => ({
  name: `valid.${topic}.${difficulty}`,
  category: 'valid',
  topic,
  edge: 'none',
  adversarialType: 'none',
  difficulty,
})

/** Returns the cell of an edge's rows of one difficulty. */
export const edgeCell = (topic: string, edge: string, difficulty: Difficulty): Cell => ({
  name: `edge_case.${topic}.${edge}.${difficulty}`,
  category: 'edge_case',
  topic,
  edge,
  adversarialType: 'none',
  difficulty,
})

/** Returns the cell of a topic's traps of one type and difficulty, and of their twins. */
export const adversarialCell = (topic: string, adversarialType: AdversarialType, difficulty: Difficulty): Cell => ({
  name: `adversarial.${topic}.${adversarialType}.${difficulty}`,
  category: 'adversarial',
  topic,
  edge: 'none',
  adversarialType,
  difficulty,
})
