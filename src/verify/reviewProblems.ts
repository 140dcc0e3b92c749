import type { Problem } from '../model/problem'
import { type Review, ReviewCodec } from '../model/review'
import { describe } from '../utils/strings/describe'
import { isDay } from '../validate/isDay'

/** Returns the problems of a review whose four fields are texts. */
export const reviewProblems = (path: string, { fingerprint, reviewer, date }: Review): readonly Problem[] => [
  ...(/^[0-9a-f]{64}$/.test(fingerprint)
    ? []
    : [invalidReview(`${path}.fingerprint`, '64 hexadecimal digits', describe(fingerprint), 'use fingerprintOf(row)')]),
  ...(reviewer.trim() !== '' && reviewer.isWellFormed()
    ? []
    : [invalidReview(`${path}.reviewer`, 'a name', describe(reviewer), 'a review needs the name of its reviewer')]),
  ...(isDay(date) ? [] : [invalidReview(`${path}.date`, 'a day such as 2026-01-31', describe(date), 'write year, month and day')]),
]

/** Returns true for a review that `parseReviews` could have returned. */
export const isReview = (value: unknown): value is Review => ReviewCodec.is(value) && reviewProblems('review', value).length === 0

/** Makes an `InvalidReview` problem. */
export const invalidReview = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidReview',
  path,
  expected,
  received,
  hint,
})
