import type { either as E } from 'fp-ts'

/** Text to value and back; the law `question.roundTrip` holds that `parse(print(value))` is `value`. */
export interface Format<T> {
  readonly print: (value: T) => string
  readonly parse: (text: string) => E.Either<ParseError, T>
}

/** Where a text stops being readable (a position counted in characters from 0) and what was expected there. */
export interface ParseError {
  readonly at: number
  readonly expected: string
}
