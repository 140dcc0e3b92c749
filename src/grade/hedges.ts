import { ADVERSARIAL_TYPES, REFUSALS } from '../model/vocabulary'

/** What stands between two alternatives. */
const BETWEEN = /\s+(?:or|and|and\/or|alternatively|otherwise)\s+|\s*[,;|/]\s*|\n\s*\n/i
const REFUSAL_TEXTS = ADVERSARIAL_TYPES.map(type => REFUSALS[type])

/** The reading of one alternative: a text by which equal answers are the same, or undefined where it is no answer. */
export type ReadAnswer = (text: string) => string | undefined

/**
 * Whether an output gives more than one answer: two refusals, a refusal beside an answer, or answers side by side. It is
 * asked about outputs that are not right as a whole.
 */
export function hedges(output: string, read: ReadAnswer): boolean {
  const lower = output.toLowerCase()
  const refusals = REFUSAL_TEXTS.filter(text => lower.includes(text))
  if (refusals.length > 1) return true
  const [refusal] = refusals
  if (refusal !== undefined) {
    const at = lower.indexOf(refusal)
    return answersIn(`${output.slice(0, at)} or ${output.slice(at + refusal.length)}`, read) > 0
  }
  return answersIn(output, read) > 1
}

/** How many different answers stand in a text; words count one by one only where the whole is no answer. */
function answersIn(text: string, read: ReadAnswer): number {
  const pieces = text.split(BETWEEN)
  const apart = read(text) === undefined ? pieces.flatMap(piece => (read(piece) === undefined ? piece.split(/\s+/) : [piece])) : pieces
  return new Set(apart.map(piece => read(piece.replace(EDGES, ''))).filter(answer => answer !== undefined)).size
}

/** Blanks and punctuation around an alternative. */
const EDGES = /^[\s.:()"'`]+|[\s.:()"'`]+$/g
