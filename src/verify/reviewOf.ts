import type { Problem } from '../model/problem'
import type { Review } from '../model/review'
import { invalidRow } from './invalidRow'

/** The review by which a row is accepted, or why there is none: one person's "wrong" outweighs any other's "right". */
export function acceptedReview(reviews: readonly Review[], fingerprint: string): Review | Problem {
  const own = reviews.filter(review => review.fingerprint === fingerprint)
  const against = own.find(({ verdict }) => verdict === 'wrong')
  const hint = 'a changed row loses its review'
  if (against !== undefined)
    return invalidRow(
      'verification_method',
      'a review that finds it right',
      `"wrong" by ${against.reviewer}, ${against.date}`,
      'one review against it outweighs any for it',
    )
  return own[0] ?? invalidRow('verification_method', `a review of the fingerprint ${fingerprint}`, 'none', hint)
}
