import type { Sample } from '../model/sample'

/** What a row is about, in flat columns that are texts in every row of every level. */
export interface LabelColumns {
  readonly id: string
  readonly category: string
  readonly difficulty: string
  readonly topic: string
  readonly adversarial_type: string
  readonly edge: string
  /** The address of the draw: it leads back to everything that is left out here. */
  readonly token: string
}

/** The labels of a row for formats without nesting. */
export const labelColumns = ({ id, category, difficulty, metadata }: Sample): LabelColumns => ({
  id,
  category,
  difficulty,
  topic: metadata.topic,
  adversarial_type: metadata.adversarial_type,
  edge: metadata.edge,
  token: metadata.token,
})
