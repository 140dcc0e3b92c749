import * as t from 'io-ts'

/** The codec of a review: one person's verdict on one row. */
export const ReviewCodec = t.readonly(
  t.strict({
    /** `fingerprintOf` the row: a row that was changed is another row, and has no review. */
    fingerprint: t.string,
    verdict: t.keyof({ right: null, wrong: null }),
    reviewer: t.string,
    /** The day, as `2026-01-31`. */
    date: t.string,
  }),
)

export type Review = t.TypeOf<typeof ReviewCodec>

export const REVIEW_KEYS: readonly string[] = ['fingerprint', 'verdict', 'reviewer', 'date']
