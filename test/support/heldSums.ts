import { sums } from '../../examples/levels/sums'
import { smallSums } from './smallSums'

/** So many forms: what a sum comes to, but for multiples of their number. */
export const byTotal =
  (forms: number) =>
  ({ terms }: { readonly terms: readonly number[] }): string =>
    `total ${terms.reduce((sum, term) => sum + term, 0) % forms}`

/** The level `sums`, its forms held out whole, with contradictory traps that have another form than their twin. */
export const heldSums: typeof sums = { ...sums, name: 'held_sums', adversarial: smallSums.adversarial, holdoutForm: byTotal(40) }
