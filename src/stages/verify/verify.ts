import type { Cell } from '../../model/cell'
import type { Draft } from '../../model/draft'
import type { Saying } from '../../model/law'
import type { LevelSpec } from '../../model/levelSpec'
import type { Verdict } from '../../model/oracle'
import { REFUSALS } from '../../model/vocabulary'
import { answeredChecks, refusedChecks } from './checks'
import { type Broken, type Check, hold, sayings } from './hold'
import { witnessTexts } from './refusalLaws'

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
  const verdicts = spec.oracle(cases.flatMap(({ texts }) => texts))
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
  const { answered, refused } = checksOf(spec, oneCase, spec.oracle(oneCase.texts))
  return { answered: sayings(answered), refused: sayings(refused()) }
}

function verifyCase<Q, A>(
  spec: LevelSpec<Q, A>,
  oneCase: Case<Q, A>,
  verdicts: readonly Verdict<A>[],
  onlyLaw: string | undefined,
): Verification {
  const { draft, texts } = oneCase
  const [input] = texts
  const { expectedOutput, answered, refused } = checksOf(spec, oneCase, verdicts)
  const wanted = (checks: readonly Check[]): readonly Check[] =>
    onlyLaw === undefined ? checks : checks.filter(([law]) => law === onlyLaw)
  const laws = hold(wanted(answered))
  if ('_tag' in laws) return laws
  const proven = { input, expectedOutput, laws }
  if (draft._tag === 'Answered') return { _tag: 'Held', row: proven, twin: undefined }
  const trapLaws = hold(wanted(refused()))
  if ('_tag' in trapLaws) return trapLaws
  return { _tag: 'Held', row: { input: draft.trap.input, expectedOutput: REFUSALS[draft.trap.type], laws: trapLaws }, twin: proven }
}

/** The laws about a draft (of a trap: about its twin), and those about the trap, made only where they are asked for. */
function checksOf<Q, A>(spec: LevelSpec<Q, A>, { cell, draft, texts }: Case<Q, A>, verdicts: readonly Verdict<A>[]) {
  const answered = draft._tag === 'Answered' ? draft : draft.twin
  const [input] = texts
  const expectedOutput = spec.answer.print(answered.answer)
  return {
    expectedOutput,
    answered: answeredChecks(spec, cell, answered, input, expectedOutput, verdicts[0]),
    refused: (): readonly Check[] => (draft._tag === 'Answered' ? [] : refusedChecks(spec, draft, input, verdicts)),
  }
}
