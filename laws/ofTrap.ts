import type { Draft, Trap } from '../src/model/draft'
import type { Law } from '../src/model/law'
import { law } from './law'

/**
 * A law of traps as a law of drafts, as a level's `laws` takes it: it is not applicable to an answered draft.
 *
 * @example
 * const brief = law('trap.brief', ({ input }: engine.Trap) => (input.length < 200 ? 'holds' : { violated: 'too long' }))
 * assertLevel(defineLevel({ ...(await sums()), laws: [ofTrap(brief)] }), { runs: 20 })
 */
export const ofTrap = ({ name, check }: Law<Trap>): Law<Draft<unknown, unknown>> =>
  law(name, draft => (draft._tag === 'Refused' ? check(draft.trap) : 'notApplicable'))
