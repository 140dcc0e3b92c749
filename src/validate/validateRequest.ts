import type { Problem } from '../model/problem'
import { isSeed } from '../model/seed'
import { describe } from './describe'
import { validateSpec } from './validateSpec'

const MOST_ROWS = 100_000_000

/** What is wrong with a call: spec, seed and options together. */
export const validateRequest = (spec: unknown, seed: unknown, options: unknown): readonly Problem[] => [
  ...validateSpec(spec),
  ...validateSeed(seed),
  ...validateOptions(options),
]

const validateSeed = (seed: unknown): readonly Problem[] =>
  isSeed(seed)
    ? []
    : [
        {
          _tag: 'InvalidSeed',
          path: 'seed',
          expected: 'a safe integer or a bigint',
          received: describe(seed),
          hint: 'for seeds beyond 2^53 - 1 write a bigint, such as 12345678901234567890n',
        },
      ]

function validateOptions(options: unknown): readonly Problem[] {
  if (options === undefined) return []
  if (typeof options !== 'object' || options === null) return [invalidOption('options', 'an object', options, 'give { count }, or nothing')]
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    if (name !== 'count' && name !== 'attempts')
      problems.push(invalidOption(`options.${name}`, 'count or attempts', name, 'there is no such option'))
    else if (!Number.isSafeInteger(value) || (value as number) < 1 || (value as number) > MOST_ROWS) {
      problems.push(invalidOption(`options.${name}`, `a whole number from 1 to ${MOST_ROWS}`, value, 'leave it out for 10,000'))
    }
  }
  return problems
}

const invalidOption = (path: string, expected: string, received: unknown, hint: string): Problem => ({
  _tag: 'InvalidOption',
  path,
  expected,
  received: describe(received),
  hint,
})
