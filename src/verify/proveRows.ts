import { either as E } from 'fp-ts'
import { fingerprintOf } from './fingerprintOf'
import { firstPerPath } from './firstPerPath'
import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../utils/strings/errorMessage'
import type { Verdict } from '../model/oracle'
import type { Problem } from '../model/problem'
import type { Review } from '../model/review'
import type { Sample } from '../model/sample'
import { claimProblems, refusalOf } from './claimProblems'
import { invalidRow } from './invalidRow'
import { askOracle } from '../stages/prove/askOracle'
import { type ProvenFacts, proveAnswer } from './proveAnswer'
import { proveRefusal } from './proveRefusal'
import { type ReadRow, readRow } from './readRow'
import { acceptedReview } from './reviewOf'
import { topicOfText } from './topicOfText'

/** A proven row, or its problems. */
export type RowResult = E.Either<readonly Problem[], Sample>

/** Proves rows of any origin from their text alone, in order. The oracle judges all rows in one batch. */
export function proveRows<Q, A>(spec: LevelSpec<Q, A>, rows: readonly unknown[], reviews: readonly Review[]): readonly RowResult[] {
  const read = rows.map(readRow)
  const proven = proveReadRows(
    spec,
    read.flatMap(one => (E.isRight(one) ? [one.right] : [])),
    reviews,
  )
  let next = 0
  return read.map(one => (E.isLeft(one) ? one : (proven[next++] as RowResult)))
}

/** Proves rows whose form was already checked by `readRow`. */
export function proveReadRows<Q, A>(spec: LevelSpec<Q, A>, rows: readonly ReadRow[], reviews: readonly Review[]): readonly RowResult[] {
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

/** Returns one verdict per text. If the oracle throws for a batch, it is called for each text separately. */
function verdictsOn<Q, A>(spec: LevelSpec<Q, A>, inputs: readonly string[]): readonly (Verdict<A> | Thrown)[] {
  if (inputs.length === 0) return []
  try {
    const { verdicts, noVerdict } = askOracle(spec, inputs)
    return inputs.map((_, index) => {
      const verdict = verdicts[index]
      return isVerdict(verdict) ? verdict : { _tag: 'Thrown', message: noVerdict }
    })
  } catch (thrown) {
    return inputs.length === 1 ? [{ _tag: 'Thrown', message: messageOf(thrown) }] : inputs.flatMap(input => verdictsOn(spec, [input]))
  }
}

/** Returns true for a verdict. An oracle may come from untyped code and return anything. */
const isVerdict = <A>(verdict: Verdict<A> | undefined): verdict is Verdict<A> =>
  ['Answer', 'Refuse', 'CannotJudge'].includes(verdict?._tag ?? '')

function prove<Q, A>(spec: LevelSpec<Q, A>, read: ReadRow, verdict: Verdict<A> | Thrown, reviews: readonly Review[]): RowResult {
  if (verdict._tag === 'Thrown') return E.left([threw(verdict.message)])
  try {
    const textTopic = topicOfText(spec, read.row.input)
    const claims = claimProblems(spec, read, textTopic)
    const topic = read.hasMetadata ? read.row.metadata.topic : textTopic
    const review = read.row.verification_method === 'manual' ? acceptedReview(reviews, fingerprintOf(read.row)) : undefined
    const problems = [...claims, ...(review !== undefined && '_tag' in review ? [review] : [])]
    if (verdict._tag === 'CannotJudge' && read.row.verification_method !== 'manual') problems.push(unjudged(verdict.reason))
    const type = refusalOf(read.row.expected_output)
    const proof = type === undefined ? proveAnswer(spec, read, topic, verdict) : proveRefusal(spec, read, type, verdict)
    if (E.isLeft(proof)) return E.left(firstPerPath([...problems, ...proof.left]))
    if (problems.length > 0) return E.left(firstPerPath(problems))
    const tools = verdict._tag === 'CannotJudge' ? [] : spec.verifiedBy
    const reviewer = review === undefined || '_tag' in review ? [] : [`${review.reviewer} ${review.date}`]
    return E.right(provenSample(read, topic, proof.right, [...tools, ...reviewer]))
  } catch (thrown) {
    return E.left([threw(messageOf(thrown))])
  }
}

/** Returns the row with proven metadata only. Its difficulty and token, which a text cannot prove, are kept as given. */
function provenSample({ row }: ReadRow, topic: string, proof: ProvenFacts, verifiedBy: readonly string[]): Sample {
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
  invalidRow('input', 'a text that the oracle can judge', reason, 'only a review can confirm it')

const threw = (message: string): Problem =>
  invalidRow(
    'row',
    'a text that the level can read and judge',
    `the level threw: ${message}`,
    'formats and the oracle must accept any text',
  )
