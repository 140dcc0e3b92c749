import type { Problem } from '../model/problem'
import { describe } from './describe'
import { seedRule, validateOptions, wholeNumber } from './optionRules'
import { validateSpec } from './validateSpec'

const MOST_ROWS = 100_000_000

/** What is wrong with a call: spec, seed and options together. */
export const validateRequest = (spec: unknown, seed: unknown, options: unknown): readonly Problem[] => [
  ...validateSpec(spec),
  ...validateSeed(seed),
  ...validateOptions(options, { count: wholeNumber(MOST_ROWS, '10,000'), attempts: wholeNumber(MOST_ROWS, '10,000') }),
]

const validateSeed = (seed: unknown): readonly Problem[] =>
  seedRule.accepts(seed)
    ? []
    : [{ _tag: 'InvalidSeed', path: 'seed', expected: seedRule.expected, received: describe(seed), hint: seedRule.hint }]
