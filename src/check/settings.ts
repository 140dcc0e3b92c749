import type { CheckRunOptions } from '../model/check'
import type { RunSettings } from './runner'

/** Fills in the defaults of the run options. */
export const settingsOf = ({ seed = 42, runs = 1_000, maxAttempts = 1_000, maxShrinks = 5_000 }: CheckRunOptions): RunSettings => ({
  seed,
  runs,
  maxAttempts,
  maxShrinks,
})
