import { type OptionRule, wholeNumber } from '../validate/optionRules'
import type { ThreadOptions } from './withWorkers'

const MAX_WORKERS = 1_024

/** Rules of `ThreadOptions`. */
export const WORKER_RULES: Readonly<Record<keyof ThreadOptions, OptionRule>> = {
  workers: wholeNumber(MAX_WORKERS, 'the number of cores'),
}
