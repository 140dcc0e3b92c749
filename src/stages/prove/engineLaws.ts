import type { Cell } from '../../model/cell'
import type { Answered } from '../../model/draft'
import type { Law, Outcome } from '../../model/law'
import type { LevelSpec } from '../../model/levelSpec'
import type { Verdict } from '../../model/oracle'
import type { AdversarialType } from '../../model/vocabulary'
import { fromItsTwin, onlyOne, type RefusalEvidence, WITNESS_LAWS } from './refusalLaws'
import { noRefusal, quoted, roundTrip, touches, wellFormed } from './textualLaws'

/** What the laws of answered drafts look at: a draft, its texts and what the oracle said of its input. */
export interface AnswerEvidence<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly cell: Cell
  readonly draft: Answered<Q, A>
  readonly input: string
  readonly expectedOutput: string
  readonly verdict: Verdict<A> | undefined
}

/** A law that holds for every level. */
interface LawOfAnswers {
  readonly name: string
  readonly check: <Q, A>(evidence: AnswerEvidence<Q, A>) => Outcome
}

interface LawOfTraps {
  readonly name: string
  readonly check: <A>(evidence: RefusalEvidence<A>) => Outcome
}

const OF_ANSWERS: readonly LawOfAnswers[] = [
  { name: 'text.wellFormed', check: ({ input, expectedOutput }) => wellFormed(input, expectedOutput) },
  { name: 'question.roundTrip', check: ({ spec, draft, input }) => roundTrip(spec.question, draft.question, input) },
  { name: 'answer.roundTrip', check: ({ spec, draft, expectedOutput }) => roundTrip(spec.answer, draft.answer, expectedOutput) },
  { name: 'answer.noRefusal', check: ({ expectedOutput }) => noRefusal(expectedOutput) },
  { name: 'oracle.agrees', check: oracleAgrees },
]

const OF_EDGES: readonly LawOfAnswers[] = [...OF_ANSWERS, { name: 'edge.touches', check: touchesItsEdge }]

const ofTraps = (type: AdversarialType): readonly LawOfTraps[] => [
  { name: 'text.wellFormed', check: ({ trap }) => wellFormed(trap.input) },
  { name: 'refusal.fromTwin', check: fromItsTwin },
  { name: 'refusal.onlyOne', check: onlyOne },
  WITNESS_LAWS[type],
]

const OF_TRAPS: Readonly<Record<AdversarialType, readonly LawOfTraps[]>> = {
  out_of_scope: ofTraps('out_of_scope'),
  malformed: ofTraps('malformed'),
  contradictory: ofTraps('contradictory'),
  incomplete: ofTraps('incomplete'),
  ambiguous: ofTraps('ambiguous'),
}

/** The engine's laws about the answered drafts of a cell, or about the twins of its traps. */
export const lawsOfAnswers = <Q, A>({ category }: Cell): readonly Law<AnswerEvidence<Q, A>>[] =>
  category === 'edge_case' ? OF_EDGES : OF_ANSWERS

/** The engine's laws about traps of a type. */
export const lawsOfTraps = <A>(type: AdversarialType): readonly Law<RefusalEvidence<A>>[] => OF_TRAPS[type]

function oracleAgrees<Q, A>({ spec, draft, expectedOutput, verdict }: AnswerEvidence<Q, A>): Outcome {
  if (verdict === undefined) return { violated: 'the oracle gave no verdict' }
  if (verdict._tag === 'CannotJudge') return { discard: verdict.reason }
  if (verdict._tag === 'Refuse') return { violated: `the oracle refuses it as ${verdict.type}` }
  const canonical = spec.answer.print(verdict.canonical)
  if (canonical !== expectedOutput) return { violated: `labelled ${quoted(expectedOutput)}, the oracle answers ${quoted(canonical)}` }
  return verdict.equivalent(draft.answer) ? 'holds' : { violated: 'the oracle does not hold its own answer right' }
}

function touchesItsEdge<Q, A>({ spec, cell, draft }: AnswerEvidence<Q, A>): Outcome {
  const edge = spec.topics[cell.topic]?.edges?.[cell.edge]
  return edge === undefined ? 'notApplicable' : touches(edge.touches, draft)
}
