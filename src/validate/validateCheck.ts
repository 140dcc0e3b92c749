import type { Problem } from '../model/problem'
import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES } from '../model/vocabulary'
import { type OptionRule, oneOf, seedRule, validateOptions, wholeNumber } from './optionRules'
import { validateSpec } from './validateSpec'

const MAX_RUNS = 10_000_000
/** Maximum number of traps per adversarial type, more than any classifier needs. */
export const MAX_PAIRS = 100_000

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isShare = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= 1

/** Rules of the options that all checks share, except `classify`, `print` and the selection. */
export const RUN_RULES: Readonly<Record<string, OptionRule>> = {
  seed: seedRule,
  runs: wholeNumber(MAX_RUNS, '1,000'),
  maxAttempts: wholeNumber(MAX_RUNS, '1,000'),
  maxShrinks: wholeNumber(MAX_RUNS, '5,000', 0),
  cover: {
    expected: 'shares from 0 to 1 by label',
    hint: "such as { 'edge.plain.zero': 0.05 }",
    accepts: value => isObject(value) && Object.values(value).every(isShare),
  },
}

/** Rule that accepts an object of predicates by label. */
export const CLASSIFY_RULE: OptionRule = {
  expected: 'predicates by label',
  hint: "such as { 'has a zero': draft => … }",
  accepts: value => isObject(value) && Object.values(value).every(counts => typeof counts === 'function'),
}

/** Returns the problems of the arguments of `checkLevel`: spec, then options. Unknown labels and laws are found later. */
export function validateCheck(spec: unknown, options: unknown): readonly Problem[] {
  const problems = validateSpec(spec)
  const topics = problems.length === 0 ? Object.keys((spec as { topics: object }).topics) : undefined
  return [
    ...problems,
    ...validateOptions(options, {
      ...RUN_RULES,
      topic: topics === undefined ? anything : oneOf(topics, 'the level has no other topics'),
      category: oneOf(CATEGORIES, 'default: all'),
      difficulty: oneOf(DIFFICULTIES, 'default: all'),
      adversarialType: oneOf(ADVERSARIAL_TYPES, 'default: all'),
      edge: name,
      law: name,
      shortcuts: wholeNumber(MAX_PAIRS, 'no search for shortcuts'),
      classify: CLASSIFY_RULE,
    }),
  ]
}

const anything: OptionRule = { expected: '', hint: '', accepts: () => true }
const name: OptionRule = { expected: 'a name', hint: 'default: all', accepts: value => typeof value === 'string' }
