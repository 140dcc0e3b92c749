import type { Cell } from '../../model/cell'
import type { Draft, Refused } from '../../model/draft'
import type { Law, Saying } from '../../model/law'
import type { LevelSpec } from '../../model/levelSpec'
import type { Verdict } from '../../model/oracle'
import { REFUSALS } from '../../model/vocabulary'
import { type AnswerEvidence, lawsOfAnswers, lawsOfTraps } from './engineLaws'
import { type Broken, hold, sayings } from './checkLaws'
import { type RefusalEvidence, witnessTexts } from './refusalLaws'

/** A draft as text, with the laws that held. */
export interface Proven {
  readonly input: string
  readonly expectedOutput: string
  readonly laws: readonly string[]
}

/** What verification says of a draw; a trap is proven together with its twin. */
export type Verification = { readonly _tag: 'Held'; readonly row: Proven; readonly twin: Proven | undefined } | Broken

/** One draft on its way through verification, with the texts that the oracle must judge for it. */
export interface Case<Q, A> {
  readonly cell: Cell
  readonly draft: Draft<Q, A>
  /** The input of the answered draft (or of the twin); for a trap then its own input, then its witness's texts. */
  readonly texts: readonly [string, ...string[]]
}

export function caseOf<Q, A>(spec: LevelSpec<Q, A>, cell: Cell, draft: Draft<Q, A>): Case<Q, A> {
  const texts: Case<Q, A>['texts'] =
    draft._tag === 'Answered'
      ? [spec.question.print(draft.question)]
      : [spec.question.print(draft.twin.question), draft.trap.input, ...witnessTexts(draft.trap)]
  return { cell, draft, texts }
}

/** Puts the texts of all cases to the oracle in one batch, then every case to the laws; in the order of the cases. */
export function verify<Q, A>(spec: LevelSpec<Q, A>, cases: readonly Case<Q, A>[], onlyLaw?: string): readonly Verification[] {
  const inputs: string[] = []
  for (const { texts } of cases) inputs.push(...texts)
  const verdicts = spec.oracle(inputs)
  let next = 0
  return cases.map(oneCase => {
    const start = next
    next += oneCase.texts.length
    return verifyCase(spec, oneCase, verdicts.slice(start, next), onlyLaw)
  })
}

/** What every law says of a draft; of a trap's twin first. */
export function sayingsOf<Q, A>(
  spec: LevelSpec<Q, A>,
  oneCase: Case<Q, A>,
): { readonly answered: readonly Saying[]; readonly refused: readonly Saying[] } {
  const { cell, draft } = oneCase
  const verdicts = spec.oracle(oneCase.texts)
  const evidence = answerEvidence(spec, oneCase, verdicts)
  return {
    answered: [...sayings(lawsOfAnswers<Q, A>(cell), evidence), ...sayings(spec.laws, evidence.draft)],
    refused:
      draft._tag === 'Answered'
        ? []
        : [
            ...sayings(lawsOfTraps<A>(draft.trap.type), refusalEvidence(spec, draft, oneCase.texts, verdicts)),
            ...sayings(spec.laws, draft),
          ],
  }
}

function verifyCase<Q, A>(
  spec: LevelSpec<Q, A>,
  oneCase: Case<Q, A>,
  verdicts: readonly Verdict<A>[],
  onlyLaw: string | undefined,
): Verification {
  const { cell, draft, texts } = oneCase
  const evidence = answerEvidence(spec, oneCase, verdicts)
  const laws = holdBoth(lawsOfAnswers<Q, A>(cell), evidence, spec.laws, evidence.draft, onlyLaw)
  if ('_tag' in laws) return laws
  const proven = { input: evidence.input, expectedOutput: evidence.expectedOutput, laws }
  if (draft._tag === 'Answered') return { _tag: 'Held', row: proven, twin: undefined }
  const { trap } = draft
  const trapLaws = holdBoth(lawsOfTraps<A>(trap.type), refusalEvidence(spec, draft, texts, verdicts), spec.laws, draft, onlyLaw)
  if ('_tag' in trapLaws) return trapLaws
  return { _tag: 'Held', row: { input: trap.input, expectedOutput: REFUSALS[trap.type], laws: trapLaws }, twin: proven }
}

/** The engine's laws, then the level's; of both only the one that is asked for, where one is. */
function holdBoth<E, D>(
  engineLaws: readonly Law<E>[],
  evidence: E,
  levelLaws: readonly Law<D>[],
  draft: D,
  onlyLaw: string | undefined,
): readonly string[] | Broken {
  const ofEngine = hold(wanted(engineLaws, onlyLaw), evidence)
  if ('_tag' in ofEngine || levelLaws.length === 0) return ofEngine
  const ofLevel = hold(wanted(levelLaws, onlyLaw), draft)
  return '_tag' in ofLevel ? ofLevel : [...ofEngine, ...ofLevel]
}

const wanted = <T>(laws: readonly Law<T>[], onlyLaw: string | undefined): readonly Law<T>[] =>
  onlyLaw === undefined ? laws : laws.filter(({ name }) => name === onlyLaw)

/** What is known of an answered draft, or of a trap's twin. */
function answerEvidence<Q, A>(
  spec: LevelSpec<Q, A>,
  { cell, draft, texts }: Case<Q, A>,
  verdicts: readonly Verdict<A>[],
): AnswerEvidence<Q, A> {
  const answered = draft._tag === 'Answered' ? draft : draft.twin
  return { spec, cell, draft: answered, input: texts[0], expectedOutput: spec.answer.print(answered.answer), verdict: verdicts[0] }
}

/** The oracle has judged twin, trap and witness, in this order. */
const refusalEvidence = <Q, A>(
  { answer, domains = {} }: LevelSpec<Q, A>,
  { trap }: Refused<Q, A>,
  [twinInput]: Case<Q, A>['texts'],
  verdicts: readonly Verdict<A>[],
): RefusalEvidence<A> => ({ trap, verdict: verdicts[1], witnessVerdicts: verdicts.slice(2), twinInput, answer, domains })
