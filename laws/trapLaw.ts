import type { Draft, Trap } from '../src/model/draft'
import type { Law } from '../src/model/law'
import { law } from './law'

/**
 * Converts a law of traps into a law of drafts, for the `laws` of a level. It is not applicable to an answered draft.
 *
 * @example
 * const brief = law('trap.brief', ({ input }: engine.Trap) => (input.length < 200 ? 'holds' : { violated: 'too long' }))
 * assertLevel(defineLevel({ ...(await sums()), laws: [trapLaw(brief)] }), { runs: 20 })
 */
export const trapLaw = ({ name, check }: Law<Trap>): Law<Draft<unknown, unknown>> =>
  law(name, draft => (draft._tag === 'Refused' ? check(draft.trap) : 'notApplicable'))
