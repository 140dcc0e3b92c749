import type { Problem } from '../model/problem'
import type { Review } from '../model/review'
import { invalidRow } from './invalidRow'

/** Returns the review that approves a row, or the problem. One "wrong" outranks any number of "right". */
export function acceptedReview(reviews: readonly Review[], fingerprint: string): Review | Problem {
  const own = reviews.filter(review => review.fingerprint === fingerprint)
  const against = own.find(({ verdict }) => verdict === 'wrong')
  const hint = 'a changed row loses its review'
  if (against !== undefined)
    return invalidRow(
      'verification_method',
      'a review with the verdict "right"',
      `"wrong" by ${against.reviewer}, ${against.date}`,
      'one "wrong" outranks any number of "right"',
    )
  return own[0] ?? invalidRow('verification_method', `a review of the fingerprint ${fingerprint}`, 'none', hint)
}
