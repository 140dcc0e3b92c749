import type { Sample } from '../model/sample'
import { type ChatMessage, userMessage } from './chatMessage'
import { orderedMetadata } from './orderedMetadata'

export interface VerifiersRow {
  /** The input as the user's turn. */
  readonly prompt: readonly ChatMessage[]
  /** The expected output. */
  readonly answer: string
  /** JSON of an object: id, category, difficulty, verified, verification_method and all of the metadata. */
  readonly info: string
}

/**
 * A row of a `verifiers` environment (documentation of verifiers, "Environments", section "Datasets"), whose rubrics get
 * `answer` and the parsed `info`. TRL's GRPO takes the same rows where the model has a chat template, with `answer` and the
 * text of `info` as arguments of reward functions.
 */
export const verifiersRow = (sample: Sample): VerifiersRow => {
  const { id, input, expected_output, category, difficulty, verified, verification_method } = sample
  return {
    prompt: [userMessage(input)],
    answer: expected_output,
    info: JSON.stringify({ id, category, difficulty, verified, verification_method, ...orderedMetadata(sample) }),
  }
}
