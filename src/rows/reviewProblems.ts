import type { Problem } from '../model/problem'
import { type Review, ReviewCodec } from '../model/review'
import { describe } from '../validate/describe'

/** What is wrong with a review whose four fields are texts. */
export const reviewProblems = (path: string, { fingerprint, reviewer, date }: Review): readonly Problem[] => [
  ...(/^[0-9a-f]{64}$/.test(fingerprint)
    ? []
    : [invalidReview(`${path}.fingerprint`, '64 hexadecimal digits', describe(fingerprint), 'take fingerprintOf the row')]),
  ...(reviewer.trim() !== '' && reviewer.isWellFormed()
    ? []
    : [invalidReview(`${path}.reviewer`, 'a name', describe(reviewer), 'somebody answers for a review')]),
  ...(isDay(date) ? [] : [invalidReview(`${path}.date`, 'a day such as 2026-01-31', describe(date), 'write year, month and day')]),
]

/** Whether a value is what `parseReviews` could have given. */
export const isReview = (value: unknown): value is Review => ReviewCodec.is(value) && reviewProblems('review', value).length === 0

export const invalidReview = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidReview',
  path,
  expected,
  received,
  hint,
})

/** Whether the calendar has this day. */
function isDay(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}
