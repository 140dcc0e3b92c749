import { either as E } from 'fp-ts'
import type { Answered } from '../../model/draft'
import type { Format } from '../../model/format'
import type { Outcome } from '../../model/law'
import { shown } from '../../utils/strings/stringify'
import { ADVERSARIAL_TYPES, REFUSALS } from '../../model/vocabulary'
import { sameValue } from './sameValue'

/** `question.roundTrip` and `answer.roundTrip`: what is printed reads back as the very value. */
export function roundTrip<T>(format: Format<T>, value: T, text: string): Outcome {
  const parsed = format.parse(text)
  if (E.isLeft(parsed)) return { violated: `its own text does not parse: expected ${parsed.left.expected} at ${parsed.left.at}` }
  return sameValue(parsed.right, value) ? 'holds' : { violated: `${shown(value)} was printed, ${shown(parsed.right)} is read back` }
}

/** `text.wellFormed`: no lone surrogates, which loaders turn into other characters. */
export const wellFormed = (...texts: readonly string[]): Outcome =>
  texts.every(text => text.isWellFormed()) ? 'holds' : { violated: 'the text has a lone surrogate' }

const REFUSAL_TEXTS: ReadonlySet<string> = new Set(ADVERSARIAL_TYPES.map(type => REFUSALS[type]))

/** `answer.noRefusal`: an answer never reads like a refusal. */
export const noRefusal = (answer: string): Outcome =>
  REFUSAL_TEXTS.has(answer) ? { violated: `the answer ${quoted(answer)} is the text of a refusal` } : 'holds'

/** `edge.touches`: a row that carries an edge's name touches that edge. */
export const touches = <Q, A>(predicate: (question: Q) => boolean, draft: Answered<Q, A>): Outcome =>
  predicate(draft.question) ? 'holds' : { violated: 'the question does not touch the edge that it was drawn for' }

export const quoted = (text: string): string => JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text)
