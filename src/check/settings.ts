import type { RunOptions } from '../model/check'
import type { RunSettings } from './runner'

/** Options with what is left out filled in. */
export const settingsOf = ({ seed = 42, runs = 1_000, attempts = 1_000, shrinkBudget = 5_000 }: RunOptions): RunSettings => ({
  seed,
  runs,
  attempts,
  shrinkBudget,
})
