import type { BuildOptions } from '../model/dataset'
import type { Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'
import { type OptionRule, seedRule, validateOptions, wholeNumber } from './optionRules'
import { validateSpec } from './validateSpec'

/** Maximum row count of a dataset. */
export const MAX_ROWS = 100_000_000

/** Rules of `BuildOptions`. */
export const BUILD_RULES: Readonly<Record<keyof BuildOptions, OptionRule>> = {
  count: wholeNumber(MAX_ROWS, '10,000'),
  maxAttempts: wholeNumber(MAX_ROWS, '10,000'),
}

/** Returns all problems of the arguments of a build: spec, seed and options. */
export const validateRequest = (spec: unknown, seed: unknown, options: unknown): readonly Problem[] => [
  ...validateSpec(spec),
  ...validateSeed(seed),
  ...validateOptions(options, BUILD_RULES),
]

const validateSeed = (seed: unknown): readonly Problem[] =>
  seedRule.accepts(seed)
    ? []
    : [{ _tag: 'InvalidSeed', path: 'seed', expected: seedRule.expected, received: describe(seed), hint: seedRule.hint }]
