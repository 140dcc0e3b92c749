import type { Sample } from '../model/sample'
import { assistantMessage, type ChatMessage, userMessage } from './chatMessage'
import { type LabelColumns, labelColumns } from './labelColumns'

export interface MessagesRow extends LabelColumns {
  /** The input as the user's turn, the expected output as the assistant's. */
  readonly messages: readonly ChatMessage[]
}

/**
 * A row as a conversation of two turns, for supervised fine-tuning with a chat template: the conversational language
 * modelling format of TRL (documentation of TRL, "Dataset formats and types"), which most other trainers read too.
 */
export const messagesRow = (sample: Sample): MessagesRow => ({
  messages: [userMessage(sample.input), assistantMessage(sample.expected_output)],
  ...labelColumns(sample),
})
