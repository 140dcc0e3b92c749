import type { either as E } from 'fp-ts'

/** A printer and a parser of values. The laws `question.roundTrip` and `answer.roundTrip` state that `parse(print(value))` is `value`. */
export interface Format<T> {
  /** Returns the text of a value. */
  readonly print: (value: T) => string
  /** Returns the value of a text, or the position at which the text cannot be parsed. */
  readonly parse: (text: string) => E.Either<ParseError, T>
}

/** The position at which a text cannot be parsed, counted in characters from 0, and the expected text there. */
export interface ParseError {
  readonly at: number
  readonly expected: string
}
