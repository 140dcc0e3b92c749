import type { Sample } from '../model/sample'
import { orderedMetadata } from './orderedMetadata'

export interface InspectRow {
  readonly input: string
  /** The expected output. */
  readonly target: string
  readonly id: string
  /** Everything else of the row, as an object. */
  readonly metadata: Pick<Sample, 'category' | 'difficulty' | 'verified' | 'verification_method'> & Sample['metadata']
}

/**
 * A row as `json_dataset` of inspect_ai reads it without being told how (documentation of Inspect, "Datasets", section
 * "Dataset Samples"); scorers such as `exact()` compare with `target`.
 */
export const inspectRow = (sample: Sample): InspectRow => {
  const { id, input, expected_output, category, difficulty, verified, verification_method } = sample
  return {
    input,
    target: expected_output,
    id,
    metadata: { category, difficulty, verified, verification_method, ...orderedMetadata(sample) },
  }
}
