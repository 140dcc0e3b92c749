import { sums } from '../../examples/levels/sums'
import { smallSums } from './smallSums'

/** Returns the form of a sum: its total modulo the number of forms. */
export const formByTotal =
  (forms: number) =>
  ({ terms }: { readonly terms: readonly number[] }): string =>
    `total ${terms.reduce((sum, term) => sum + term, 0) % forms}`

/** The level `sums` with held-out forms, and with contradictory traps whose form differs from their twin's. */
export const heldSums: typeof sums = { ...sums, name: 'held_sums', adversarial: smallSums.adversarial, holdoutForm: formByTotal(40) }
