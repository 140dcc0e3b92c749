/** One turn of a conversation, in the form that chat templates accept. */
export interface ChatMessage {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

/** Makes a user's turn. */
export const userMessage = (content: string): ChatMessage => ({ role: 'user', content })

/** Makes an assistant's turn. */
export const assistantMessage = (content: string): ChatMessage => ({ role: 'assistant', content })
