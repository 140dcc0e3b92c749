import { messageOf } from '../model/messageOf'
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
  try {
    if (typeof options === 'object' && options !== null)
      return Object.entries(options).flatMap(([name, value]) => validateOption(name, value))
    return [invalidOption('options', 'an object', options, 'give { count }, or nothing')]
  } catch (thrown) {
    return [invalidOption('options', 'an object that can be read', messageOf(thrown), 'a getter or proxy in it throws')]
  }
}

function validateOption(name: string, value: unknown): readonly Problem[] {
  if (value === undefined) return []
  if (name !== 'count' && name !== 'attempts')
    return [invalidOption(`options.${name}`, 'count or attempts', name, 'there is no such option')]
  if (Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= MOST_ROWS) return []
  return [invalidOption(`options.${name}`, `a whole number from 1 to ${MOST_ROWS}`, value, 'leave it out for 10,000')]
}

const invalidOption = (path: string, expected: string, received: unknown, hint: string): Problem => ({
  _tag: 'InvalidOption',
  path,
  expected,
  received: describe(received),
  hint,
})
