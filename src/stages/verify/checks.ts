import type { Cell } from '../../model/cell'
import type { Answered, Draft, Refused } from '../../model/draft'
import type { Outcome } from '../../model/law'
import type { LevelSpec } from '../../model/levelSpec'
import type { Verdict } from '../../model/oracle'
import type { Check } from './hold'
import { fromItsTwin, onlyOne, type RefusalEvidence, WITNESS_LAWS } from './refusalLaws'
import { noRefusal, quoted, roundTrip, touches, wellFormed } from './textualLaws'

/** The laws about an answered draft, given its texts and what the oracle said of its input. */
export function answeredChecks<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  draft: Answered<Q, A>,
  input: string,
  expectedOutput: string,
  verdict: Verdict<A> | undefined,
): readonly Check[] {
  const checks: Check[] = [
    ['text.wellFormed', () => wellFormed(input, expectedOutput)],
    ['question.roundTrip', () => roundTrip(spec.question, draft.question, input)],
    ['answer.roundTrip', () => roundTrip(spec.answer, draft.answer, expectedOutput)],
    ['answer.noRefusal', () => noRefusal(expectedOutput)],
    ['oracle.agrees', () => oracleAgrees(spec, draft.answer, expectedOutput, verdict)],
  ]
  const edge = cell.category === 'edge_case' ? spec.topics[cell.topic]?.edges?.[cell.edge] : undefined
  if (edge !== undefined) checks.push(['edge.touches', () => touches(edge.touches, draft)])
  return [...checks, ...levelChecks(spec, draft)]
}

/** The laws about a trap, given its twin's text and what the oracle said of twin, trap and witness, in this order. */
export function refusedChecks<Q, A>(
  spec: LevelSpec<Q, A>,
  draft: Refused<Q, A>,
  twinInput: string,
  verdicts: readonly Verdict<A>[],
): readonly Check[] {
  const { trap } = draft
  const evidence: RefusalEvidence<A> = {
    trap,
    verdict: verdicts[1],
    witnessVerdicts: verdicts.slice(2),
    twinInput,
    answer: spec.answer,
    domains: spec.domains ?? {},
  }
  const witness = WITNESS_LAWS[trap.type]
  return [
    ['text.wellFormed', () => wellFormed(trap.input)],
    ['refusal.fromTwin', () => fromItsTwin(evidence)],
    ['refusal.onlyOne', () => onlyOne(evidence)],
    [witness.name, () => witness.check(evidence)],
    ...levelChecks(spec, draft),
  ]
}

const levelChecks = <Q, A>(spec: LevelSpec<Q, A>, draft: Draft<Q, A>): readonly Check[] =>
  spec.laws.map(law => [law.name, () => law.check(draft)])

function oracleAgrees<Q, A>(spec: LevelSpec<Q, A>, answer: A, expectedOutput: string, verdict: Verdict<A> | undefined): Outcome {
  if (verdict === undefined) return { violated: 'the oracle gave no verdict' }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  if (verdict._tag === 'Refuse') return { violated: `the oracle refuses it as ${verdict.type}` }
  const canonical = spec.answer.print(verdict.canonical)
  if (canonical !== expectedOutput) return { violated: `labelled ${quoted(expectedOutput)}, the oracle answers ${quoted(canonical)}` }
  return verdict.equivalent(answer) ? 'holds' : { violated: 'the oracle does not hold its own answer right' }
}
