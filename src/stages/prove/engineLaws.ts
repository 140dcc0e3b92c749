import type { Cell } from '../../model/cell'
import type { Answered } from '../../model/draft'
import type { Law, LawOutcome } from '../../model/law'
import type { LevelSpec } from '../../model/levelSpec'
import type { Verdict } from '../../model/oracle'
import type { AdversarialType } from '../../model/vocabulary'
import { differsFromTwin, onlyOne, type RefusalEvidence, WITNESS_LAWS } from './refusalLaws'
import { noRefusal, quoted, roundTrip, matchesEdge, wellFormed } from './textualLaws'

/** Evidence for the laws of answered drafts: a draft, its texts and the oracle's verdict on its input. */
export interface AnswerEvidence<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly cell: Cell
  readonly draft: Answered<Q, A>
  readonly input: string
  readonly expectedOutput: string
  readonly verdict: Verdict<A> | undefined
  /** Reason why the oracle gave no verdict, if it gave none. */
  readonly noVerdict: string
}

/** Engine law of answered drafts; it applies to every level. */
interface AnswerLaw {
  readonly name: string
  readonly check: <Q, A>(evidence: AnswerEvidence<Q, A>) => LawOutcome
}

/** Engine law of traps; it applies to every level. */
interface TrapLaw {
  readonly name: string
  readonly check: <A>(evidence: RefusalEvidence<A>) => LawOutcome
}

const ANSWER_LAWS: readonly AnswerLaw[] = [
  { name: 'text.wellFormed', check: ({ input, expectedOutput }) => wellFormed(input, expectedOutput) },
  { name: 'question.roundTrip', check: ({ spec, draft, input }) => roundTrip(spec.question, draft.question, input) },
  { name: 'answer.roundTrip', check: ({ spec, draft, expectedOutput }) => roundTrip(spec.answer, draft.answer, expectedOutput) },
  { name: 'answer.noRefusal', check: ({ expectedOutput }) => noRefusal(expectedOutput) },
  { name: 'oracle.agrees', check: oracleAgrees },
]

const EDGE_LAWS: readonly AnswerLaw[] = [...ANSWER_LAWS, { name: 'edge.touches', check: matchesItsEdge }]

const makeTrapLaws = (type: AdversarialType): readonly TrapLaw[] => [
  { name: 'text.wellFormed', check: ({ trap }) => wellFormed(trap.input) },
  { name: 'refusal.fromTwin', check: differsFromTwin },
  { name: 'refusal.onlyOne', check: onlyOne },
  WITNESS_LAWS[type],
]

const TRAP_LAWS: Readonly<Record<AdversarialType, readonly TrapLaw[]>> = {
  out_of_scope: makeTrapLaws('out_of_scope'),
  malformed: makeTrapLaws('malformed'),
  contradictory: makeTrapLaws('contradictory'),
  incomplete: makeTrapLaws('incomplete'),
  ambiguous: makeTrapLaws('ambiguous'),
}

/** Returns the engine's laws for the answered drafts of a cell, or for the twins of its traps. */
export const lawsOfAnswers = <Q, A>({ category }: Cell): readonly Law<AnswerEvidence<Q, A>>[] =>
  category === 'edge_case' ? EDGE_LAWS : ANSWER_LAWS

/** Returns the engine's laws for traps of a type: well-formed text, `fromTwin`, `onlyOne`, then the law of the witness. */
export const lawsOfTraps = <A>(type: AdversarialType): readonly Law<RefusalEvidence<A>>[] => TRAP_LAWS[type]

function oracleAgrees<Q, A>({ spec, draft, expectedOutput, verdict, noVerdict }: AnswerEvidence<Q, A>): LawOutcome {
  if (verdict === undefined) return { violated: noVerdict }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  if (verdict._tag === 'Refuse') return { violated: `the oracle refuses it as ${verdict.type}` }
  const canonical = spec.answer.print(verdict.canonical)
  if (canonical !== expectedOutput) return { violated: `labelled ${quoted(expectedOutput)}, the oracle answers ${quoted(canonical)}` }
  return verdict.equivalent(draft.answer) ? 'holds' : { violated: 'the oracle does not accept its own answer' }
}

function matchesItsEdge<Q, A>({ spec, cell, draft }: AnswerEvidence<Q, A>): LawOutcome {
  const edge = spec.topics[cell.topic]?.edges?.[cell.edge]
  return edge === undefined ? 'notApplicable' : matchesEdge(edge.touches, draft)
}
