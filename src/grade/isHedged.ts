import { ADVERSARIAL_TYPES, REFUSALS } from '../model/vocabulary'

/** Patterns between two alternatives, after `shortenBlanks`. A comma may also be part of an alternative, so both are tried. */
const WORDS = '(?:or|and|and/or|alternatively|otherwise)'
const between = (signs: string): RegExp => new RegExp(`\\s+${WORDS}\\s+|\\s*[${signs}]\\s*(?:${WORDS}\\s+)?|\\n\\n`, 'i')
const BETWEEN = [between(';|/'), between(',;|/')]
const REFUSAL_TEXTS = ADVERSARIAL_TYPES.map(type => new RegExp(REFUSALS[type], 'i'))

/** Returns a text for one alternative, the same for equal answers; undefined if the alternative is not an answer. */
export type ReadAnswer = (text: string) => string | undefined

/**
 * Returns true if an output has more than one answer: two refusals, a refusal with an answer, or several answers. It is meant
 * for outputs that are not right as a whole.
 */
export function isHedged(output: string, read: ReadAnswer): boolean {
  const text = shortenBlanks(output)
  const [refusal, ...others] = REFUSAL_TEXTS.filter(one => one.test(text))
  if (others.length > 0) return true
  return refusal === undefined ? countAnswers(text, read) > 1 : countAnswers(text.replace(refusal, ' , '), read) > 0
}

/** Shortens blanks to one space or at most two line feeds. On longer blanks the patterns would take quadratic time. */
const shortenBlanks = (text: string): string =>
  text.replace(/\s+/g, blanks => (blanks.includes('\n') ? '\n'.repeat(Math.min(2, blanks.split('\n').length - 1)) : ' '))

const countAnswers = (text: string, read: ReadAnswer): number =>
  Math.max(...BETWEEN.map(pattern => countAnswersAmong(text, text.split(pattern), read)))

/** Returns the number of different answers among the pieces of a text. Pieces are split into words only if the whole is not an answer. */
function countAnswersAmong(text: string, pieces: readonly string[], read: ReadAnswer): number {
  const parts = read(text) === undefined ? pieces.flatMap(piece => (read(piece) === undefined ? piece.split(/\s/) : [piece])) : pieces
  return new Set(parts.map(piece => read(piece) ?? read(trimPunctuation(piece))).filter(answer => answer !== undefined)).size
}

/** Removes the blanks and punctuation around an alternative. */
function trimPunctuation(piece: string): string {
  let [start, end] = [0, piece.length]
  while (start < end && PUNCTUATION.includes(piece[start] as string)) start += 1
  while (start < end && PUNCTUATION.includes(piece[end - 1] as string)) end -= 1
  return piece.slice(start, end)
}

const PUNCTUATION = ' \n.:!?()[]{}"\'`*_'
