import { type TrapJudge, type TrapLaws, trapLaws } from '../src/index'

/**
 * The refusal laws of a build as laws of traps, so that one adversary can be tested without a level: `onlyOne`, and what the
 * witness of each type proves (`outOfScope`, `malformed`, `contradictory`, `incomplete`, `ambiguous`).
 *
 * Takes an oracle, the format of answers and the domains, as a level has them; a level will do. Check a trap against all of
 * them, `onlyOne` first: the law of a type is not applicable to other types, and does not itself ask whether the oracle
 * refuses the text. What the oracle cannot judge is discarded; an oracle that throws breaks the law.
 *
 * @example
 * const traps = fc.nat().map((term): engine.Trap => ({ type: 'malformed', input: `sum: ${term} & 1`, witness: { at: 7 } }))
 * const wrongPlace = checkArbitrary(traps, Object.values(refusals(level)))
 * if (wrongPlace._tag === 'Left') console.log(renderError(wrongPlace.left))
 */
export const refusals = <A>(judge: TrapJudge<A>): TrapLaws => trapLaws(judge)
