import type { Trap } from '../model/draft'
import type { Format } from '../model/format'
import type { Law } from '../model/law'
import type { Oracle } from '../model/oracle'
import type { AdversarialType } from '../model/vocabulary'
import { onlyOne, type RefusalEvidence, WITNESS_LAWS, witnessTexts } from '../stages/prove/refusalLaws'

/** What decides about a trap: a level spec has all of it. */
export interface TrapJudge<A> {
  readonly oracle: Oracle<A>
  /** It prints the answers that a violation tells. */
  readonly answer: Format<A>
  readonly domains?: Readonly<Record<string, (input: string) => boolean>>
}

/** The laws of traps by what they hold; their names are those of a build: `refusal.onlyOne`, `refusal.outOfScope`, … */
export interface TrapLaws {
  readonly onlyOne: Law<Trap>
  readonly outOfScope: Law<Trap>
  readonly malformed: Law<Trap>
  readonly contradictory: Law<Trap>
  readonly incomplete: Law<Trap>
  readonly ambiguous: Law<Trap>
}

/**
 * The laws that a build puts to traps, each as a value: `onlyOne` holds that the oracle names the trap's type from the text
 * alone, the others that the witness proves it; those are not applicable to traps of other types.
 *
 * Takes a level, or of a level its oracle, the format of its answers and its domains. A build asks no more of a trap but that
 * it is not its twin, that its text is well formed, and the level's own laws. Alone, the law of a type says nothing of what `onlyOne` holds.
 * What the oracle cannot judge is discarded; where it throws, the law does.
 *
 * @example
 * const { malformed } = engine.trapLaws(level)
 * malformed.check({ type: 'malformed', input: 'sum: 1 & 2', witness: { at: 6 } })
 * // { violated: 'the witness says that it breaks at 6, the oracle at 7' }
 */
export function trapLaws<A>(judge: TrapJudge<A>): TrapLaws {
  const witnessLaw = (type: AdversarialType): Law<Trap> => ({
    name: WITNESS_LAWS[type].name,
    check: trap => (trap.type === type ? WITNESS_LAWS[type].check(evidenceOf(judge, trap, witnessTexts(trap))) : 'notApplicable'),
  })
  return {
    onlyOne: { name: 'refusal.onlyOne', check: trap => onlyOne(evidenceOf(judge, trap, [])) },
    outOfScope: witnessLaw('out_of_scope'),
    malformed: witnessLaw('malformed'),
    contradictory: witnessLaw('contradictory'),
    incomplete: witnessLaw('incomplete'),
    ambiguous: witnessLaw('ambiguous'),
  }
}

function evidenceOf<A>({ oracle, answer, domains = {} }: TrapJudge<A>, trap: Trap, witness: readonly string[]): RefusalEvidence<A> {
  const [verdict, ...witnessVerdicts] = oracle([trap.input, ...witness])
  // A trap alone has no twin: the law that looks at its text, `refusal.fromTwin`, is not among these.
  return { trap, verdict, witnessVerdicts, twinInput: '', answer, domains }
}
