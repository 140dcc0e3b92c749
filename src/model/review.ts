import * as t from 'io-ts'

/** Codec of a review: one person's judgement of one row. */
export const ReviewCodec = t.readonly(
  t.strict({
    /** Result of `fingerprintOf` for the row. A changed row has another fingerprint, so the review no longer applies. */
    fingerprint: t.string,
    verdict: t.keyof({ right: null, wrong: null }),
    reviewer: t.string,
    /** Day of the review, as `2026-01-31`. */
    date: t.string,
  }),
)

/** One person's judgement of one row. */
export type Review = t.TypeOf<typeof ReviewCodec>

/** Keys of a review, in the order in which they are written. */
export const REVIEW_KEYS: readonly string[] = ['fingerprint', 'verdict', 'reviewer', 'date']
