import type { Sample } from '../model/sample'
import { type ChatMessage, userMessage } from './chatMessage'
import { type LabelColumns, labelColumns } from './labelColumns'

/** Row of the format `openai-evals`. */
export interface OpenaiEvalsRow extends LabelColumns {
  /** Input as the user's turn. */
  readonly input: readonly ChatMessage[]
  /** Expected output. */
  readonly ideal: string
}

/**
 * Converts a row to a sample of OpenAI Evals for the templates `Match`, `Includes` and `FuzzyMatch`, which ignore the other
 * keys (`docs/build-eval.md` of openai/evals, "Formatting your data").
 */
export const openaiEvalsRow = (sample: Sample): OpenaiEvalsRow => ({
  input: [userMessage(sample.input)],
  ideal: sample.expected_output,
  ...labelColumns(sample),
})
