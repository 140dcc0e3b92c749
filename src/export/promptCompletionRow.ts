import type { Sample } from '../model/sample'
import { type LabelColumns, labelColumns } from './labelColumns'

export interface PromptCompletionRow extends LabelColumns {
  /** The input and a line break. */
  readonly prompt: string
  /** The expected output. */
  readonly completion: string
  /** The expected output once more, under a name that reward functions are given. */
  readonly answer: string
}

/**
 * A row as plain texts, for models without a chat template: the standard prompt-completion format of TRL's SFT
 * (documentation of TRL, "Dataset formats and types"). TRL's GRPO takes the same rows: it needs `prompt`, and gives reward
 * functions every other column but `completion`, so the answer is there under a second name.
 *
 * Trainers join prompt and completion as they stand: the line break keeps the answer apart from the question.
 */
export const promptCompletionRow = (sample: Sample): PromptCompletionRow => ({
  prompt: `${sample.input}\n`,
  completion: sample.expected_output,
  answer: sample.expected_output,
  ...labelColumns(sample),
})
