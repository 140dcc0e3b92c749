import { ADVERSARIAL_TYPES, REFUSALS } from '../model/vocabulary'

/** What stands between two alternatives, where blanks are short; a comma may stand within one as well. */
const WORDS = '(?:or|and|and/or|alternatively|otherwise)'
const between = (signs: string): RegExp => new RegExp(`\\s+${WORDS}\\s+|\\s*[${signs}]\\s*(?:${WORDS}\\s+)?|\\n\\n`, 'i')
const BETWEEN = [between(';|/'), between(',;|/')]
const REFUSAL_TEXTS = ADVERSARIAL_TYPES.map(type => new RegExp(REFUSALS[type], 'i'))

/** The reading of one alternative: a text by which equal answers are the same, or undefined where it is no answer. */
export type ReadAnswer = (text: string) => string | undefined

/**
 * Whether an output gives more than one answer: two refusals, a refusal beside an answer, or answers side by side. It is
 * asked about outputs that are not right as a whole.
 */
export function isHedged(output: string, read: ReadAnswer): boolean {
  const text = shortenBlanks(output)
  const [refusal, ...others] = REFUSAL_TEXTS.filter(one => one.test(text))
  if (others.length > 0) return true
  return refusal === undefined ? countAnswers(text, read) > 1 : countAnswers(text.replace(refusal, ' , '), read) > 0
}

/** Blanks of one character, or two ends of lines: patterns over longer ones would take their square in time. */
const shortenBlanks = (text: string): string =>
  text.replace(/\s+/g, blanks => (blanks.includes('\n') ? '\n'.repeat(Math.min(2, blanks.split('\n').length - 1)) : ' '))

const countAnswers = (text: string, read: ReadAnswer): number =>
  Math.max(...BETWEEN.map(pattern => countAnswersAmong(text, text.split(pattern), read)))

/** How many different answers stand among the pieces of a text; words count one by one only where the whole is no answer. */
function countAnswersAmong(text: string, pieces: readonly string[], read: ReadAnswer): number {
  const apart = read(text) === undefined ? pieces.flatMap(piece => (read(piece) === undefined ? piece.split(/\s/) : [piece])) : pieces
  return new Set(apart.map(piece => read(piece) ?? read(trimPunctuation(piece))).filter(answer => answer !== undefined)).size
}

/** An alternative without the blanks and punctuation around it. */
function trimPunctuation(piece: string): string {
  let [start, end] = [0, piece.length]
  while (start < end && PUNCTUATION.includes(piece[start] as string)) start += 1
  while (start < end && PUNCTUATION.includes(piece[end - 1] as string)) end -= 1
  return piece.slice(start, end)
}

const PUNCTUATION = ' \n.:!?()[]{}"\'`*_'
