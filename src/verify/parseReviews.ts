import { either as E } from 'fp-ts'
import { messageOf } from '../utils/strings/errorMessage'
import { type Problem, type Rejection, rejection } from '../model/problem'
import { REVIEW_KEYS, type Review, ReviewCodec } from '../model/review'
import { duplicateKey } from './duplicateKey'
import { invalidReview, reviewProblems } from './reviewProblems'
import { describe } from '../utils/strings/describe'

/**
 * Parses a review file of JSON Lines. Each review has a `fingerprint` (see `fingerprintOf`), a `verdict` ("right" or "wrong"),
 * a `reviewer` and a `date` (a day such as 2026-01-31). Empty lines are skipped. All problems of the other lines are returned
 * together, with line and field.
 *
 * @example
 * const reviews = parseReviews('{"fingerprint":"…","verdict":"right","reviewer":"Ada","date":"2026-01-31"}')
 * if (reviews._tag === 'Left') console.log(renderError(reviews.left))
 */
export function parseReviews(text: string): E.Either<Rejection, readonly Review[]> {
  if (typeof text !== 'string')
    return E.left(rejection([invalidReview('reviews', 'a text', describe(text), 'read the file as UTF-8 first')]))
  const reviews: Review[] = []
  const problems: Problem[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = readReview(`line ${index + 1}`, line)
    if (E.isLeft(read)) problems.push(...read.left)
    else reviews.push(read.right)
  }
  return problems.length > 0 ? E.left(rejection(problems)) : E.right(reviews)
}

const EXPECTED: Readonly<Record<string, string>> = { verdict: 'right or wrong' }

function readReview(path: string, line: string): E.Either<readonly Problem[], Review> {
  try {
    const value: unknown = JSON.parse(line)
    const duplicate = duplicateKey(line)
    if (duplicate !== undefined) return E.left([invalidReview(`${path}.${duplicate}`, 'each key once', 'two', 'keep one of them')])
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return E.left([invalidReview(path, 'an object', describe(value), 'a review has four fields')])
    const extra = Object.keys(value).find(key => !REVIEW_KEYS.includes(key))
    if (extra !== undefined) return E.left([invalidReview(`${path}.${extra}`, REVIEW_KEYS.join(', '), extra, 'a review has four fields')])
    const decoded = ReviewCodec.decode(value)
    if (E.isLeft(decoded)) {
      return E.left(
        decoded.left.map(({ context, value: given }) => {
          const key = context.at(-1)?.key ?? ''
          return invalidReview(`${path}.${key}`, EXPECTED[key] ?? 'a text', describe(given), 'all four are texts')
        }),
      )
    }
    const problems = reviewProblems(path, decoded.right)
    return problems.length > 0 ? E.left(problems) : decoded
  } catch (thrown) {
    return E.left([invalidReview(path, 'a line of JSON', messageOf(thrown), 'a review is one object on one line')])
  }
}
