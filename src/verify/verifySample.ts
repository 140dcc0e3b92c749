import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import { type Rejection, rejection } from '../model/problem'
import type { Review } from '../model/review'
import type { Sample } from '../model/sample'
import { proveRows } from './proveRows'
import { isReview } from './reviewProblems'
import { cachedSpecProblems } from '../validate/cachedSpecProblems'
import { type OptionRule, validateOptions } from '../validate/optionRules'

/** Options of `verifySample`. */
export interface VerifyOptions {
  /** Reviews from `parseReviews`. A row with the verification method `manual` needs one. @defaultValue none */
  readonly reviews?: readonly Review[]
}

const REVIEWS: OptionRule = {
  expected: 'an array of reviews',
  hint: 'give the result of parseReviews',
  accepts: value => Array.isArray(value) && value.every(isReview),
}

/**
 * Proves a row of any origin from its text alone: form, texts, answer or refusal, the level's laws, its edge. `row` is a value
 * or its line of JSON, in which duplicate keys are detected. Its metadata may be empty, as in the seed format; then group and
 * edge are computed, and the token is empty.
 *
 * Any answer that the oracle accepts is right. The returned sample is `verified` and lists the laws that held. Facts that the
 * text cannot prove are not claimed: the laws of a trap's twin and witness are not listed. A row's difficulty, and a trap's group
 * and measured difficulty (its twin's), are kept as given.
 *
 * A row with the method `manual` needs a review; then the oracle may be unable to judge, but must not disagree. A rejection has
 * all problems, with paths. It never throws. Equal arguments and versions give equal results.
 *
 * @example
 * const row = { id: 'sums_000001', input: 'sum: 1 + 1', expected_output: '3', category: 'valid', difficulty: 'easy',
 *   verified: true, verification_method: 'test', metadata: {} }
 * const verified = verifySample(level, row)
 * if (verified._tag === 'Left') console.log(renderError(verified.left))
 */
export function verifySample<Q, A>(spec: LevelSpec<Q, A>, row: unknown, options: VerifyOptions = {}): E.Either<Rejection, Sample> {
  const problems = [...cachedSpecProblems(spec), ...validateOptions(options, { reviews: REVIEWS })]
  if (problems.length > 0) return E.left(rejection(problems))
  const [judgement] = proveRows(spec, [row], options.reviews ?? [])
  return judgement === undefined || E.isLeft(judgement) ? E.left(rejection(judgement?.left ?? [])) : judgement
}
