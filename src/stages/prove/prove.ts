import type { Cell } from '../../model/cell'
import type { Draft, Refused } from '../../model/draft'
import type { Law, LawResult } from '../../model/law'
import type { LevelSpec } from '../../model/levelSpec'
import { REFUSALS } from '../../model/vocabulary'
import { askOracle, type OracleResult } from './askOracle'
import { type AnswerEvidence, lawsOfAnswers, lawsOfTraps } from './engineLaws'
import { type LawFailure, checkLaws, checkAllLaws } from './checkLaws'
import { type RefusalEvidence, witnessTexts } from './refusalLaws'

/** Texts of a proven row, with the names of the laws that hold. */
export interface ProvenText {
  readonly input: string
  readonly expectedOutput: string
  readonly laws: readonly string[]
}

/** Result of verifying a draft. A trap is proven together with its twin. */
export type Verification = { readonly _tag: 'Held'; readonly row: ProvenText; readonly twin: ProvenText | undefined } | LawFailure

/** Draft to verify, with the texts that the oracle must judge for it. */
export interface Case<Q, A> {
  readonly cell: Cell
  readonly draft: Draft<Q, A>
  /** Input of the answered draft or the twin; for a trap, then its own input and the texts of its witness. */
  readonly texts: readonly [string, ...string[]]
}

/** Prints the texts of a draft and returns them with it. Throws what the level's code throws. */
export function caseOf<Q, A>(spec: LevelSpec<Q, A>, cell: Cell, draft: Draft<Q, A>): Case<Q, A> {
  const texts: Case<Q, A>['texts'] =
    draft._tag === 'Answered'
      ? [spec.question.print(draft.question)]
      : [spec.question.print(draft.twin.question), draft.trap.input, ...witnessTexts(draft.trap)]
  return { cell, draft, texts }
}

/**
 * Asks the oracle about the texts of all cases in one batch, then checks the laws of each case. Returns the results in the order of the
 * cases.
 *
 * @param onlyLaw name of the only law to check; all laws if it is left out
 */
export function verify<Q, A>(spec: LevelSpec<Q, A>, cases: readonly Case<Q, A>[], onlyLaw?: string): readonly Verification[] {
  const inputs: string[] = []
  for (const { texts } of cases) inputs.push(...texts)
  const { verdicts, noVerdict } = askOracle(spec, inputs)
  let next = 0
  return cases.map(oneCase => {
    const start = next
    next += oneCase.texts.length
    return verifyCase(spec, oneCase, { verdicts: verdicts.slice(start, next), noVerdict }, onlyLaw)
  })
}

/** Checks every law of a draft. `answered` has the results of the answered draft or the twin, `refused` the results of the trap. */
export function lawResultsOf<Q, A>(
  spec: LevelSpec<Q, A>,
  oneCase: Case<Q, A>,
): { readonly answered: readonly LawResult[]; readonly refused: readonly LawResult[] } {
  const { cell, draft } = oneCase
  const judged = askOracle(spec, oneCase.texts)
  const evidence = answerEvidence(spec, oneCase, judged)
  return {
    answered: [...checkAllLaws(lawsOfAnswers<Q, A>(cell), evidence), ...checkAllLaws(spec.laws, evidence.draft)],
    refused:
      draft._tag === 'Answered'
        ? []
        : [
            ...checkAllLaws(lawsOfTraps<A>(draft.trap.type), refusalEvidence(spec, draft, oneCase.texts, judged)),
            ...checkAllLaws(spec.laws, draft),
          ],
  }
}

function verifyCase<Q, A>(spec: LevelSpec<Q, A>, oneCase: Case<Q, A>, judged: OracleResult<A>, onlyLaw: string | undefined): Verification {
  const { cell, draft, texts } = oneCase
  const evidence = answerEvidence(spec, oneCase, judged)
  const laws = checkBothLaws(lawsOfAnswers<Q, A>(cell), evidence, spec.laws, evidence.draft, onlyLaw)
  if ('_tag' in laws) return laws
  const proven = { input: evidence.input, expectedOutput: evidence.expectedOutput, laws }
  if (draft._tag === 'Answered') return { _tag: 'Held', row: proven, twin: undefined }
  const { trap } = draft
  const trapLaws = checkBothLaws(lawsOfTraps<A>(trap.type), refusalEvidence(spec, draft, texts, judged), spec.laws, draft, onlyLaw)
  if ('_tag' in trapLaws) return trapLaws
  return { _tag: 'Held', row: { input: trap.input, expectedOutput: REFUSALS[trap.type], laws: trapLaws }, twin: proven }
}

/** Checks the engine's laws, then the level's; of both only `onlyLaw`, if it is set. */
function checkBothLaws<E, D>(
  engineLaws: readonly Law<E>[],
  evidence: E,
  levelLaws: readonly Law<D>[],
  draft: D,
  onlyLaw: string | undefined,
): readonly string[] | LawFailure {
  const engineResult = checkLaws(selectLaws(engineLaws, onlyLaw), evidence)
  if ('_tag' in engineResult || levelLaws.length === 0) return engineResult
  const levelResult = checkLaws(selectLaws(levelLaws, onlyLaw), draft)
  return '_tag' in levelResult ? levelResult : [...engineResult, ...levelResult]
}

const selectLaws = <T>(laws: readonly Law<T>[], onlyLaw: string | undefined): readonly Law<T>[] =>
  onlyLaw === undefined ? laws : laws.filter(({ name }) => name === onlyLaw)

/** Returns the evidence for the laws of an answered draft or a trap's twin. */
function answerEvidence<Q, A>(
  spec: LevelSpec<Q, A>,
  { cell, draft, texts }: Case<Q, A>,
  { verdicts, noVerdict }: OracleResult<A>,
): AnswerEvidence<Q, A> {
  const answered = draft._tag === 'Answered' ? draft : draft.twin
  const expectedOutput = spec.answer.print(answered.answer)
  return { spec, cell, draft: answered, input: texts[0], expectedOutput, verdict: verdicts[0], noVerdict }
}

/** Returns the evidence for the laws of a trap. The verdicts are about twin, trap and witness, in this order. */
const refusalEvidence = <Q, A>(
  { answer, domains = {} }: LevelSpec<Q, A>,
  { trap }: Refused<Q, A>,
  [twinInput]: Case<Q, A>['texts'],
  { verdicts, noVerdict }: OracleResult<A>,
): RefusalEvidence<A> => ({ trap, verdict: verdicts[1], witnessVerdicts: verdicts.slice(2), noVerdict, twinInput, answer, domains })
