/** One turn of a conversation, as chat templates take it. */
export interface ChatMessage {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

export const userMessage = (content: string): ChatMessage => ({ role: 'user', content })

export const assistantMessage = (content: string): ChatMessage => ({ role: 'assistant', content })
