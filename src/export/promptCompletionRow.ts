import type { Sample } from '../model/sample'
import { type LabelColumns, labelColumns } from './labelColumns'

/** Row of the format `prompt-completion`. */
export interface PromptCompletionRow extends LabelColumns {
  /** Input and a line break. */
  readonly prompt: string
  /** Expected output. */
  readonly completion: string
  /** Expected output again, under a name that is passed to reward functions. */
  readonly answer: string
}

/**
 * Converts a row to plain texts, for models without a chat template: the standard prompt-completion format of TRL's SFT
 * (documentation of TRL, "Dataset formats and types"). TRL's GRPO accepts the same rows. It needs `prompt` and passes every
 * other column except `completion` to reward functions, so `answer` repeats the expected output.
 *
 * Trainers concatenate prompt and completion without a separator, so the prompt ends in a line break.
 */
export const promptCompletionRow = (sample: Sample): PromptCompletionRow => ({
  prompt: `${sample.input}\n`,
  completion: sample.expected_output,
  answer: sample.expected_output,
  ...labelColumns(sample),
})
