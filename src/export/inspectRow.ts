import type { Sample } from '../model/sample'
import { orderedMetadata } from './orderedMetadata'

/** Row of the format `inspect`. */
export interface InspectRow {
  readonly input: string
  /** Expected output. */
  readonly target: string
  readonly id: string
  /** All other fields of the row, in one object. */
  readonly metadata: Pick<Sample, 'category' | 'difficulty' | 'verified' | 'verification_method'> & Sample['metadata']
}

/**
 * Converts a row to the default fields of inspect_ai's `json_dataset` (documentation of Inspect, "Datasets", section "Dataset
 * Samples"). Scorers such as `exact()` compare with `target`.
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
