import type { Sample } from '../model/sample'

/** Labels of a row in flat columns, all of them texts in every level. */
export interface LabelColumns {
  readonly id: string
  readonly category: string
  readonly difficulty: string
  readonly topic: string
  readonly adversarial_type: string
  readonly edge: string
  /** Address of the draw, which reproduces all fields that are omitted here. */
  readonly token: string
}

/** Returns the labels of a row for formats without nested fields. */
export const labelColumns = ({ id, category, difficulty, metadata }: Sample): LabelColumns => ({
  id,
  category,
  difficulty,
  topic: metadata.topic,
  adversarial_type: metadata.adversarial_type,
  edge: metadata.edge,
  token: metadata.token,
})
