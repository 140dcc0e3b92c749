import { either as E } from 'fp-ts'
import type { Answered } from '../../model/draft'
import type { Format } from '../../model/format'
import type { LawOutcome } from '../../model/law'
import { stringify } from '../../utils/strings/stringify'
import { ADVERSARIAL_TYPES, REFUSALS } from '../../model/vocabulary'
import { sameValue } from './sameValue'

/** Checks `question.roundTrip` or `answer.roundTrip`: the printed text parses back to an equal value. */
export function roundTrip<T>(format: Format<T>, value: T, text: string): LawOutcome {
  const parsed = format.parse(text)
  if (E.isLeft(parsed)) return { violated: `the printed text does not parse: expected ${parsed.left.expected} at ${parsed.left.at}` }
  return sameValue(parsed.right, value)
    ? 'holds'
    : { violated: `${stringify(value)} was printed, but ${stringify(parsed.right)} was parsed` }
}

/** Checks `text.wellFormed`: no lone surrogates, which loaders replace by other characters. */
export const wellFormed = (...texts: readonly string[]): LawOutcome =>
  texts.every(text => text.isWellFormed()) ? 'holds' : { violated: 'the text has a lone surrogate' }

const REFUSAL_TEXTS: ReadonlySet<string> = new Set(ADVERSARIAL_TYPES.map(type => REFUSALS[type]))

/** Checks `answer.noRefusal`: an answer is never the text of a refusal. */
export const noRefusal = (answer: string): LawOutcome =>
  REFUSAL_TEXTS.has(answer) ? { violated: `the answer ${quoted(answer)} is the text of a refusal` } : 'holds'

/** Checks `edge.touches`: a row that carries an edge's name matches that edge. */
export const matchesEdge = <Q, A>(predicate: (question: Q) => boolean, draft: Answered<Q, A>): LawOutcome =>
  predicate(draft.question) ? 'holds' : { violated: 'the question does not match the edge that it was drawn for' }

/** Quotes a text as JSON, cut to 200 characters. */
export const quoted = (text: string): string => JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text)
