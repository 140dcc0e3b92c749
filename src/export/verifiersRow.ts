import type { Sample } from '../model/sample'
import { type ChatMessage, userMessage } from './chatMessage'
import { orderedMetadata } from './orderedMetadata'

/** Row of the format `verifiers`. */
export interface VerifiersRow {
  /** Input as the user's turn. */
  readonly prompt: readonly ChatMessage[]
  /** Expected output. */
  readonly answer: string
  /** JSON of an object: id, category, difficulty, verified, verification_method and all of the metadata. */
  readonly info: string
}

/**
 * Converts a row to a row of a `verifiers` environment (documentation of verifiers, "Environments", section "Datasets"). Its
 * rubrics get `answer` and the parsed `info`. TRL's GRPO accepts the same rows for models with a chat template and passes
 * `answer` and the text of `info` to reward functions.
 */
export const verifiersRow = (sample: Sample): VerifiersRow => {
  const { id, input, expected_output, category, difficulty, verified, verification_method } = sample
  return {
    prompt: [userMessage(input)],
    answer: expected_output,
    info: JSON.stringify({ id, category, difficulty, verified, verification_method, ...orderedMetadata(sample) }),
  }
}
