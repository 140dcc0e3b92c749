import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import { type Rejection, rejection } from '../model/problem'
import type { Review } from '../model/review'
import type { Sample } from '../model/sample'
import { proveRows } from './proveRows'
import { isReview } from './reviewProblems'
import { knownProblems } from '../validate/knownProblems'
import { type OptionRule, validateOptions } from '../validate/optionRules'

export interface VerifyOptions {
  /** What people vouch for, from `parseReviews`: a row that is verified by hand needs an entry of its own. */
  readonly reviews?: readonly Review[]
}

const REVIEWS: OptionRule = {
  expected: 'an array of reviews',
  hint: 'give what parseReviews gives',
  accepts: value => Array.isArray(value) && value.every(isReview),
}

/**
 * Proves a row from its text alone, wherever it comes from: form, texts, answer or reason to refuse, the level's laws, its
 * edge. `row` is a value or its line of JSON (in which duplicate keys show); its metadata may be empty, as in the seed format:
 * then group and edge are computed, and the token is empty.
 *
 * Any answer that the level holds right is right. The sample that comes back is `verified` and lists the laws that held here;
 * what a text cannot tell (the difficulty of a refusal, its twin, its witness) is not claimed, and stays as it was given.
 * A row that is verified by hand needs a review; then the oracle may be silent, but never of another opinion. Otherwise a
 * rejection tells all that is wrong, with paths. It never throws; equal arguments and versions give equal results.
 *
 * @example
 * const row = { id: 'sums_000001', input: 'sum: 1 + 1', expected_output: '3', category: 'valid', difficulty: 'easy',
 *   verified: true, verification_method: 'test', metadata: {} }
 * const verified = verifySample(level, row)
 * if (verified._tag === 'Left') console.log(renderError(verified.left))
 */
export function verifySample<Q, A>(spec: LevelSpec<Q, A>, row: unknown, options: VerifyOptions = {}): E.Either<Rejection, Sample> {
  const problems = [...knownProblems(spec), ...validateOptions(options, { reviews: REVIEWS })]
  if (problems.length > 0) return E.left(rejection(problems))
  const [judgement] = proveRows(spec, [row], options.reviews ?? [])
  return judgement === undefined || E.isLeft(judgement) ? E.left(rejection(judgement?.left ?? [])) : judgement
}
