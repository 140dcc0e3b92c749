import type { Sample } from '../model/sample'
import { type ChatMessage, userMessage } from './chatMessage'
import { type LabelColumns, labelColumns } from './labelColumns'

export interface OpenaiEvalsRow extends LabelColumns {
  /** The input as the user's turn. */
  readonly input: readonly ChatMessage[]
  /** The expected output. */
  readonly ideal: string
}

/**
 * A sample of OpenAI Evals for the templates `Match`, `Includes` and `FuzzyMatch`, which overlook the other keys
 * (`docs/build-eval.md` of openai/evals, "Formatting your data").
 */
export const openaiEvalsRow = (sample: Sample): OpenaiEvalsRow => ({
  input: [userMessage(sample.input)],
  ideal: sample.expected_output,
  ...labelColumns(sample),
})
