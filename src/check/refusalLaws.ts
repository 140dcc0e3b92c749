import type { Trap } from '../model/draft'
import type { Format } from '../model/format'
import type { Law } from '../model/law'
import type { Oracle } from '../model/oracle'
import type { AdversarialType } from '../model/vocabulary'
import { askOracle } from '../stages/prove/askOracle'
import { onlyOne, type RefusalEvidence, WITNESS_LAWS, witnessTexts } from '../stages/prove/refusalLaws'

/** Parts of a level spec that decide whether a trap is right. */
export interface TrapOracle<A> {
  readonly oracle: Oracle<A>
  /** Format that prints the answers named in a violation. */
  readonly answer: Format<A>
  /** Recognisers of texts outside the level, by name. @defaultValue none */
  readonly domains?: Readonly<Record<string, (input: string) => boolean>>
}

/** Laws of traps. They have the same names as in a build: `refusal.onlyOne`, `refusal.outOfScope`, … */
export interface RefusalLaws {
  readonly onlyOne: Law<Trap>
  readonly outOfScope: Law<Trap>
  readonly malformed: Law<Trap>
  readonly contradictory: Law<Trap>
  readonly incomplete: Law<Trap>
  readonly ambiguous: Law<Trap>
}

/**
 * Returns the laws that a build applies to traps. `onlyOne` states that the oracle names the trap's type from the text alone.
 * Each other law states that the witness proves the type; it is not applicable to traps of other types.
 *
 * Takes a level, or an object with its `oracle`, `answer` and `domains`. A build additionally checks that the trap differs
 * from its twin, that its text is well formed, and the level's own laws. The law of a type does not include
 * `onlyOne`, so check both, `onlyOne` first. If the oracle cannot judge a text, the laws discard it; if the oracle throws, the
 * laws throw.
 *
 * @example
 * const { malformed } = refusalLaws(level)
 * malformed.check({ type: 'malformed', input: 'sum: 1 & 2', witness: { at: 6 } })
 * // { violated: 'the witness says that the input breaks at 6, the oracle at 7' }
 */
export function refusalLaws<A>(trapOracle: TrapOracle<A>): RefusalLaws {
  const witnessLaw = (type: AdversarialType): Law<Trap> => ({
    name: WITNESS_LAWS[type].name,
    check: trap => (trap.type === type ? WITNESS_LAWS[type].check(evidenceOf(trapOracle, trap, witnessTexts(trap))) : 'notApplicable'),
  })
  return {
    onlyOne: { name: 'refusal.onlyOne', check: trap => onlyOne(evidenceOf(trapOracle, trap, [])) },
    outOfScope: witnessLaw('out_of_scope'),
    malformed: witnessLaw('malformed'),
    contradictory: witnessLaw('contradictory'),
    incomplete: witnessLaw('incomplete'),
    ambiguous: witnessLaw('ambiguous'),
  }
}

function evidenceOf<A>(trapOracle: TrapOracle<A>, trap: Trap, witness: readonly string[]): RefusalEvidence<A> {
  const { answer, domains = {} } = trapOracle
  const { verdicts, noVerdict } = askOracle(trapOracle, [trap.input, ...witness])
  const [verdict, ...witnessVerdicts] = verdicts
  // A trap alone has no twin, so `refusal.fromTwin`, which compares the two texts, is not among these laws.
  return { trap, verdict, witnessVerdicts, noVerdict, twinInput: '', answer, domains }
}
