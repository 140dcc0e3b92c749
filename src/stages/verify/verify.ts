import type { Cell } from '../../model/cell'
import type { Answered, Draft, Refused } from '../../model/draft'
import type { Outcome } from '../../model/law'
import type { LevelSpec } from '../../model/levelSpec'
import type { Verdict } from '../../model/oracle'
import { REFUSALS } from '../../model/vocabulary'
import { messageOf } from '../../model/messageOf'
import { fromItsTwin, onlyOne, type RefusalEvidence, WITNESS_LAWS, witnessTexts } from './refusalLaws'
import { noRefusal, quoted, roundTrip, touches, wellFormed } from './textualLaws'

/** A draft as text, with the laws that held. */
export interface Proven {
  readonly input: string
  readonly expectedOutput: string
  readonly laws: readonly string[]
}

/** What verification says of a draw; a trap is proven together with its twin. */
export type Verification =
  | { readonly _tag: 'Held'; readonly row: Proven; readonly twin: Proven | undefined }
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | { readonly _tag: 'Violated'; readonly law: string; readonly reason: string }

/** One draft on its way through verification, with the texts that the oracle must judge for it. */
export interface Case<Q, A> {
  readonly cell: Cell
  readonly draft: Draft<Q, A>
  /** The input of the answered draft (or of the twin); for a trap then its own input, then its witness's texts. */
  readonly texts: readonly string[]
}

export function caseOf<Q, A>(spec: LevelSpec<Q, A>, cell: Cell, draft: Draft<Q, A>): Case<Q, A> {
  const texts =
    draft._tag === 'Answered'
      ? [spec.question.print(draft.question)]
      : [spec.question.print(draft.twin.question), draft.trap.input, ...witnessTexts(draft.trap)]
  return { cell, draft, texts }
}

/** Puts the texts of all cases to the oracle in one batch, then every case to the laws; in the order of the cases. */
export function verify<Q, A>(spec: LevelSpec<Q, A>, cases: readonly Case<Q, A>[]): readonly Verification[] {
  const verdicts = spec.oracle(cases.flatMap(({ texts }) => texts))
  let next = 0
  return cases.map(oneCase => {
    const start = next
    next += oneCase.texts.length
    return verifyCase(spec, oneCase, verdicts.slice(start, next))
  })
}

function verifyCase<Q, A>(spec: LevelSpec<Q, A>, { cell, draft, texts }: Case<Q, A>, verdicts: readonly Verdict<A>[]): Verification {
  const [input = '', trapInput = ''] = texts
  const answered = draft._tag === 'Answered' ? draft : draft.twin
  const expectedOutput = spec.answer.print(answered.answer)
  const laws = hold([...answeredLaws(spec, cell, answered, input, expectedOutput, verdicts[0]), ...levelLaws(spec, answered)])
  if ('_tag' in laws) return laws
  const proven = { input, expectedOutput, laws }
  if (draft._tag === 'Answered') return { _tag: 'Held', row: proven, twin: undefined }
  const trapLaws = hold([...refusedLaws(spec, draft, input, verdicts), ...levelLaws(spec, draft)])
  if ('_tag' in trapLaws) return trapLaws
  return { _tag: 'Held', row: { input: trapInput, expectedOutput: REFUSALS[draft.trap.type], laws: trapLaws }, twin: proven }
}

type Check = readonly [name: string, check: () => Outcome]

function answeredLaws<Q, A>(
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
  return checks
}

function refusedLaws<Q, A>(
  spec: LevelSpec<Q, A>,
  { trap }: Refused<Q, A>,
  twinInput: string,
  verdicts: readonly Verdict<A>[],
): readonly Check[] {
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
  ]
}

const levelLaws = <Q, A>(spec: LevelSpec<Q, A>, draft: Draft<Q, A>): readonly Check[] =>
  spec.laws.map(law => [law.name, () => law.check(draft)])

function oracleAgrees<Q, A>(spec: LevelSpec<Q, A>, answer: A, expectedOutput: string, verdict: Verdict<A> | undefined): Outcome {
  if (verdict === undefined) return { violated: 'the oracle gave no verdict' }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  if (verdict._tag === 'Refuse') return { violated: `the oracle refuses it as ${verdict.type}` }
  const canonical = spec.answer.print(verdict.canonical)
  if (canonical !== expectedOutput) return { violated: `labelled ${quoted(expectedOutput)}, the oracle answers ${quoted(canonical)}` }
  return verdict.equivalent(answer) ? 'holds' : { violated: 'the oracle does not hold its own answer right' }
}

/** A check may come from code without types. */
const isOutcome = (value: unknown): value is Outcome =>
  value === 'holds' ||
  value === 'notApplicable' ||
  (typeof value === 'object' && value !== null && ('violated' in value || 'discard' in value))

/** The names of the laws that held, or the first that did not. A law that throws is violated: it proved nothing. */
function hold(checks: readonly Check[]): readonly string[] | Exclude<Verification, { readonly _tag: 'Held' }> {
  const held: string[] = []
  for (const [law, check] of checks) {
    let outcome: Outcome
    try {
      outcome = check()
      if (!isOutcome(outcome)) outcome = { violated: 'it gave something that is no outcome' }
    } catch (thrown) {
      outcome = { violated: `it threw: ${messageOf(thrown)}` }
    }
    if (outcome === 'holds') held.push(law)
    else if (outcome !== 'notApplicable') {
      return 'discard' in outcome ? { _tag: 'Discarded', reason: outcome.discard } : { _tag: 'Violated', law, reason: outcome.violated }
    }
  }
  return held
}
