import type { Sample } from '../model/sample'
import { orderedMetadata } from './orderedMetadata'

/** The row format with nothing nested in it. */
export interface ParquetRow extends Omit<Sample, 'metadata'> {
  /** JSON of the metadata: one text column loads alike in every reader, nested ones do not. */
  readonly metadata: string
}

/** A row as a table holds it: the seven flat fields, and the metadata as one text. */
export const parquetRow = (sample: Sample): ParquetRow => {
  const { id, input, expected_output, category, difficulty, verified, verification_method } = sample
  return {
    id,
    input,
    expected_output,
    category,
    difficulty,
    verified,
    verification_method,
    metadata: JSON.stringify(orderedMetadata(sample)),
  }
}
