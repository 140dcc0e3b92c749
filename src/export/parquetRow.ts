import type { Sample } from '../model/sample'
import { orderedMetadata } from './orderedMetadata'

/** Row of the format `parquet`: the row format without nested fields. */
export interface ParquetRow extends Omit<Sample, 'metadata'> {
  /** JSON of the metadata. Every reader loads one text column the same way, but not nested columns. */
  readonly metadata: string
}

/** Converts a row to a table row: the seven flat fields, and the metadata as one text. */
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
