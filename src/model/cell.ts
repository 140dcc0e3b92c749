import type { AdversarialType, Category, Difficulty } from './vocabulary'

/** The unit of quotas: category × topic (with its edge or adversarial type) × difficulty. */
export interface Cell {
  /** `valid.decode.easy`, `edge_case.decode.ripRelative.hard`, `adversarial.decode.malformed.easy`. */
  readonly name: string
  readonly category: Category
  readonly topic: string
  readonly edge: string
  readonly adversarialType: AdversarialType | 'none'
  readonly difficulty: Difficulty
}

export const validCell = (topic: string, difficulty: Difficulty): Cell => ({
  name: `valid.${topic}.${difficulty}`,
  category: 'valid',
  topic,
  edge: 'none',
  adversarialType: 'none',
  difficulty,
})

export const edgeCell = (topic: string, edge: string, difficulty: Difficulty): Cell => ({
  name: `edge_case.${topic}.${edge}.${difficulty}`,
  category: 'edge_case',
  topic,
  edge,
  adversarialType: 'none',
  difficulty,
})

export const adversarialCell = (topic: string, adversarialType: AdversarialType, difficulty: Difficulty): Cell => ({
  name: `adversarial.${topic}.${adversarialType}.${difficulty}`,
  category: 'adversarial',
  topic,
  edge: 'none',
  adversarialType,
  difficulty,
})
