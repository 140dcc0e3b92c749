import { type OptionRule, wholeNumber } from '../validate/optionRules'
import type { WorkerOptions } from './withWorkers'

const MOST_WORKERS = 1_024

/** The rules of `WorkerOptions`. */
export const WORKER_RULES: Readonly<Record<keyof WorkerOptions, OptionRule>> = {
  workers: wholeNumber(MOST_WORKERS, 'as many as there are cores'),
}
