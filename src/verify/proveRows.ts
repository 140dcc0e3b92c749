import { either as E } from 'fp-ts'
import { fingerprintOf } from './fingerprintOf'
import { firstOfEachPlace } from './firstPerPath'
import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../utils/strings/errorMessage'
import type { Verdict } from '../model/oracle'
import type { Problem } from '../model/problem'
import type { Review } from '../model/review'
import type { Sample } from '../model/sample'
import { claimProblems, refusalOf } from './claimProblems'
import { invalidRow } from './invalidRow'
import { type Proof, proveAnswer } from './proveAnswer'
import { proveRefusal } from './proveRefusal'
import { type ReadRow, readRow } from './readRow'
import { acceptedReview } from './reviewOf'
import { topicOfText } from './topicOfText'

export type Judgement = E.Either<readonly Problem[], Sample>

/** Rows of any origin, each proven from its text alone, in order; the oracle judges all of them in one batch. */
export function proveRows<Q, A>(spec: LevelSpec<Q, A>, rows: readonly unknown[], reviews: readonly Review[]): readonly Judgement[] {
  const read = rows.map(readRow)
  const proven = proveReadRows(
    spec,
    read.flatMap(one => (E.isRight(one) ? [one.right] : [])),
    reviews,
  )
  let next = 0
  return read.map(one => (E.isLeft(one) ? one : (proven[next++] as Judgement)))
}

/** The same of rows whose form is right. */
export function proveReadRows<Q, A>(spec: LevelSpec<Q, A>, rows: readonly ReadRow[], reviews: readonly Review[]): readonly Judgement[] {
  const verdicts = verdictsOn(
    spec,
    rows.map(({ row }) => row.input),
  )
  return rows.map((row, index) => prove(spec, row, verdicts[index] as Verdict<A> | Thrown, reviews))
}

interface Thrown {
  readonly _tag: 'Thrown'
  readonly message: string
}

/** One verdict a text; where the oracle throws at a batch, it is asked about each alone. */
function verdictsOn<Q, A>(spec: LevelSpec<Q, A>, inputs: readonly string[]): readonly (Verdict<A> | Thrown)[] {
  if (inputs.length === 0) return []
  try {
    const verdicts = spec.oracle(inputs)
    return inputs.map((_, index) => {
      const verdict = verdicts[index]
      return isVerdict(verdict) ? verdict : { _tag: 'Thrown', message: 'the oracle gave no verdict' }
    })
  } catch (thrown) {
    return inputs.length === 1 ? [{ _tag: 'Thrown', message: messageOf(thrown) }] : inputs.flatMap(input => verdictsOn(spec, [input]))
  }
}

/** An oracle may come from code without types: what it gives is a verdict only where it says so. */
const isVerdict = <A>(verdict: Verdict<A> | undefined): verdict is Verdict<A> =>
  ['Answer', 'Refuse', 'CannotJudge'].includes(verdict?._tag ?? '')

function prove<Q, A>(spec: LevelSpec<Q, A>, read: ReadRow, verdict: Verdict<A> | Thrown, reviews: readonly Review[]): Judgement {
  if (verdict._tag === 'Thrown') return E.left([threw(verdict.message)])
  try {
    const told = topicOfText(spec, read.row.input)
    const claims = claimProblems(spec, read, told)
    const topic = read.hasMetadata ? read.row.metadata.topic : told
    const review = read.row.verification_method === 'manual' ? acceptedReview(reviews, fingerprintOf(read.row)) : undefined
    const problems = [...claims, ...(review !== undefined && '_tag' in review ? [review] : [])]
    if (verdict._tag === 'CannotJudge' && read.row.verification_method !== 'manual') problems.push(unjudged(verdict.reason))
    const type = refusalOf(read.row.expected_output)
    const proof = type === undefined ? proveAnswer(spec, read, topic, verdict) : proveRefusal(spec, read, type, verdict)
    if (E.isLeft(proof)) return E.left(firstOfEachPlace([...problems, ...proof.left]))
    if (problems.length > 0) return E.left(firstOfEachPlace(problems))
    const tools = verdict._tag === 'CannotJudge' ? [] : spec.verifiedBy
    const reviewer = review === undefined || '_tag' in review ? [] : [`${review.reviewer} ${review.date}`]
    return E.right(provenSample(read, topic, proof.right, [...tools, ...reviewer]))
  } catch (thrown) {
    return E.left([threw(messageOf(thrown))])
  }
}

/** A row that says what was proven, and nothing else; its own difficulty and token, which no text can prove, stay. */
function provenSample({ row }: ReadRow, topic: string, proof: Proof, verifiedBy: readonly string[]): Sample {
  return {
    id: row.id,
    input: row.input,
    expected_output: row.expected_output,
    category: row.category,
    difficulty: row.difficulty,
    verified: true,
    verification_method: row.verification_method,
    metadata: {
      topic,
      adversarial_type: refusalOf(row.expected_output) ?? 'none',
      edge: proof.edge,
      laws: proof.laws,
      verified_by: verifiedBy,
      group: proof.group,
      measured_difficulty: proof.measuredDifficulty as Sample['metadata']['measured_difficulty'],
      token: row.metadata.token,
    },
  }
}

const unjudged = (reason: string): Problem =>
  invalidRow('input', 'a text that the oracle can judge', reason, 'only a review can vouch for it')

const threw = (message: string): Problem =>
  invalidRow('row', 'a text that the level can read and judge', `the level threw: ${message}`, 'a format or an oracle must take any text')
