import type { Sample } from '../model/sample'
import { assistantMessage, type ChatMessage, userMessage } from './chatMessage'
import { type LabelColumns, labelColumns } from './labelColumns'

/** Row of the format `messages`. */
export interface MessagesRow extends LabelColumns {
  /** Input as the user's turn, expected output as the assistant's. */
  readonly messages: readonly ChatMessage[]
}

/**
 * Converts a row to a conversation of two turns, for supervised fine-tuning with a chat template. This is the conversational
 * language modelling format of TRL (documentation of TRL, "Dataset formats and types"); most other trainers read it too.
 */
export const messagesRow = (sample: Sample): MessagesRow => ({
  messages: [userMessage(sample.input), assistantMessage(sample.expected_output)],
  ...labelColumns(sample),
})
