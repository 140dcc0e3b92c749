import { either as E } from 'fp-ts'
import { oracleBatchSizeOf } from '../model/oracleBatchSize'
import type { LevelSpec } from '../model/levelSpec'
import type { MutationReport } from '../model/mutation'
import { type Problem, type Rejection, rejection } from '../model/problem'
import type { Review } from '../model/review'
import { type Sample, SampleCodec } from '../model/sample'
import { type Seed, spellSeed } from '../model/seed'
import { type Mutant, mutantsOf, labelSourcesOf } from './mutantsOf'
import { type MutantOutcome, mutationReport } from './mutationReport'
import { refusalOf } from '../verify/claimProblems'
import { fingerprintOf } from '../verify/fingerprintOf'
import { invalidRow } from '../verify/invalidRow'
import { proveRows } from '../verify/proveRows'
import { topicOfText } from '../verify/topicOfText'
import { keyedRandom } from '../stages/draw/keyedRandom'
import { keyOf } from '../utils/hash/keyOf'
import { describe } from '../utils/strings/describe'
import { cachedSpecProblems } from '../validate/cachedSpecProblems'
import { seedRule, validateOptions, wholeNumber } from '../validate/optionRules'

/** Options of `mutateLabels`. */
export interface MutateOptions {
  /** Seed of the mutations. @defaultValue 42 */
  readonly seed?: Seed
  /** Maximum number of mutants. @defaultValue all, three per row */
  readonly limit?: number
}

/**
 * Tests the verifiers with wrong labels (mutants): another row's answer, a small edit, a refusal for an answer, another
 * refusal, and for a refusal the twin's or another row's answer. The verifiers must reject every mutant that is not
 * equivalent to the label.
 *
 * A mutant has only its texts and a category that fits its label, so only its meaning can reveal it. An accepted mutant counts
 * as equivalent only if the topic's `equivalent`, which belongs to the generator, accepts it. Rows whose original label is
 * rejected are counted, and their mutants do not count as rejected: a verifier that rejects everything shows nothing. `samples`
 * are rows of a built dataset. Invalid arguments are returned as data. Equal arguments give equal reports.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const mutated = mutateLabels(level, built._tag === 'Right' ? built.right.samples : [], { seed: 42 })
 * if (mutated._tag === 'Right') expect(mutated.right.killRate).toBe(1)
 */
export function mutateLabels<Q, A>(
  spec: LevelSpec<Q, A>,
  samples: readonly Sample[],
  options: MutateOptions = {},
): E.Either<Rejection, MutationReport> {
  const problems = [...cachedSpecProblems(spec), ...validateOptions(options, { seed: seedRule, limit: wholeNumber(1e9, 'all') })]
  if (problems.length === 0) problems.push(...sampleProblems(spec.name, samples))
  if (problems.length > 0) return E.left(rejection(problems))
  const seed = spellSeed(options.seed ?? 42)
  const isAccepted = inBatches(spec, samples, batch => proveRows(spec, batch, batch.flatMap(assumedReviews))).map(E.isRight)
  const others = labelSourcesOf(samples)
  const key = keyOf('mutate', spec.name, seed)
  const mutants = samples
    .flatMap((sample, slot) => mutantsOf(sample, others, keyedRandom(key, { slot, attempt: 0 })))
    .slice(0, options.limit ?? Number.POSITIVE_INFINITY)
  const accepted = new Set(samples.filter((_, index) => isAccepted[index]))
  // A verifier that rejects the original label has not recognised the mutants of the row as wrong.
  const judged = mutantOutcomes(spec, mutants).map((outcome, index) => ({ outcome, mutant: mutants[index] as Mutant }))
  const counted = judged.filter(({ outcome, mutant }) => outcome !== 'killed' || accepted.has(mutant.sample))
  return E.right(mutationReport(spec.name, seed, samples.length - accepted.size, counted))
}

/** Returns the problems of rows of another form or level: verifiers would reject these regardless of the label. */
function sampleProblems(level: string, samples: unknown): readonly Problem[] {
  if (!Array.isArray(samples)) return [invalidRow('samples', 'an array of rows', describe(samples), GIVE_SAMPLES)]
  return samples.flatMap((sample: unknown, index) => {
    if (!SampleCodec.is(sample)) return [invalidRow(`samples.${index}`, 'a row', describe(sample), GIVE_SAMPLES)]
    const { id } = sample
    return id.startsWith(`${level}_`) ? [] : [invalidRow(`samples.${index}.id`, `${level}_ and digits`, describe(id), GIVE_SAMPLES)]
  })
}

const GIVE_SAMPLES = 'give the samples of a dataset of this level'

const mutantOutcomes = <Q, A>(spec: LevelSpec<Q, A>, mutants: readonly Mutant[]): readonly MutantOutcome[] =>
  inBatches(spec, mutants, batch =>
    proveRows(
      spec,
      batch.map(rowOf),
      batch.flatMap(({ sample, label }) => assumedReviews({ ...sample, expected_output: label })),
    ).map((judgement, index): MutantOutcome => {
      if (E.isLeft(judgement)) return 'killed'
      return isEquivalent(spec, batch[index] as Mutant) ? 'equivalent' : 'survived'
    }),
  )

function inBatches<Q, A, T, R>(spec: LevelSpec<Q, A>, items: readonly T[], judge: (batch: readonly T[]) => readonly R[]): readonly R[] {
  const results: R[] = []
  const size = oracleBatchSizeOf(spec)
  for (let start = 0; start < items.length; start += size) results.push(...judge(items.slice(start, start + size)))
  return results
}

/** Makes a row of a mutant that claims only its texts. */
function rowOf({ sample, label }: Mutant): unknown {
  const answered = sample.category === 'adversarial' ? 'valid' : sample.category
  return { ...sample, expected_output: label, category: refusalOf(label) === undefined ? answered : 'adversarial', metadata: {} }
}

/** Returns an approving review for a row with the method `manual`, so that it is not rejected for lack of one. */
const assumedReviews = ({ input, expected_output, verification_method }: Sample): readonly Review[] =>
  verification_method === 'manual'
    ? [{ fingerprint: fingerprintOf({ input, expected_output }), verdict: 'right', reviewer: 'mutateLabels', date: '2000-01-01' }]
    : []

function isEquivalent<Q, A>(spec: LevelSpec<Q, A>, { sample, label }: Mutant): boolean {
  try {
    const topic = spec.topics[topicOfText(spec, sample.input) || sample.metadata.topic]
    const question = spec.question.parse(sample.input)
    const answer = spec.answer.parse(label)
    return E.isRight(question) && E.isRight(answer) && topic?.equivalent?.(question.right, answer.right) === true
  } catch {
    // A generator that throws has not accepted the label.
    return false
  }
}
