import type { BuildOptions } from '../model/dataset'
import type { Problem } from '../model/problem'
import { describe } from '../utils/strings/describe'
import { type OptionRule, seedRule, validateOptions, wholeNumber } from './optionRules'
import { validateSpec } from './validateSpec'

export const MOST_ROWS = 100_000_000

/** The rules of `BuildOptions`. */
export const BUILD_RULES: Readonly<Record<keyof BuildOptions, OptionRule>> = {
  count: wholeNumber(MOST_ROWS, '10,000'),
  attempts: wholeNumber(MOST_ROWS, '10,000'),
}

/** What is wrong with a call: spec, seed and options together. */
export const validateRequest = (spec: unknown, seed: unknown, options: unknown): readonly Problem[] => [
  ...validateSpec(spec),
  ...validateSeed(seed),
  ...validateOptions(options, BUILD_RULES),
]

const validateSeed = (seed: unknown): readonly Problem[] =>
  seedRule.accepts(seed)
    ? []
    : [{ _tag: 'InvalidSeed', path: 'seed', expected: seedRule.expected, received: describe(seed), hint: seedRule.hint }]
