import type { Draft } from '../src/model/draft'
import type { Law, Outcome } from '../src/model/law'

/**
 * A law of a level: a name of the form `subject.property` and a check with four outcomes (it holds, it is not
 * applicable, it is violated, it discards the draw). A check must be a pure function.
 *
 * @example
 * law('sum.orderFree', draft => (draft._tag === 'Refused' ? 'notApplicable' : 'holds'))
 */
export const law = <Q, A>(name: string, check: (draft: Draft<Q, A>) => Outcome): Law<Q, A> => ({ name, check })
