import { type OptionRule, wholeNumber } from '../validate/optionRules'
import type { WorkerOptions } from './withWorkers'

const MAX_WORKERS = 1_024

/** Rules of `WorkerOptions`. */
export const WORKER_RULES: Readonly<Record<keyof WorkerOptions, OptionRule>> = {
  workers: wholeNumber(MAX_WORKERS, 'the number of cores'),
}
