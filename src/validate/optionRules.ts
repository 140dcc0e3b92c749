import { messageOf } from '../utils/strings/errorMessage'
import type { Problem } from '../model/problem'
import { isSeed } from '../model/seed'
import { describe } from '../utils/strings/describe'

/** Rule for the value of one option, with the texts of its problem. */
export interface OptionRule {
  readonly expected: string
  readonly hint: string
  readonly accepts: (value: unknown) => boolean
}

/** Returns all problems of an options object. Omitted and undefined options are valid. */
export function validateOptions(options: unknown, rules: Readonly<Record<string, OptionRule>>): readonly Problem[] {
  const names = Object.keys(rules)
  if (options === undefined) return []
  try {
    if (typeof options !== 'object' || options === null || Array.isArray(options))
      return [invalidOption('options', 'an object', options, `give { ${names[0]} }, or leave it out`)]
    return Object.entries(options).flatMap(([name, value]) => {
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
      if (rule === undefined) return [invalidOption(`options.${name}`, alternatives(names), name, 'there is no such option')]
      return value === undefined || rule.accepts(value) ? [] : [invalidOption(`options.${name}`, rule.expected, value, rule.hint)]
    })
  } catch (thrown) {
    return [invalidOption('options', 'an object that can be read', messageOf(thrown), 'a getter or proxy in it throws')]
  }
}

/** Makes an `InvalidOption` problem; `received` may be any value. */
export const invalidOption = (path: string, expected: string, received: unknown, hint: string): Problem => ({
  _tag: 'InvalidOption',
  path,
  expected,
  received: describe(received),
  hint,
})

/** Makes the rule of a whole number from `min` to `max`; `defaultText` names the default in the hint. */
export const wholeNumber = (max: number, defaultText: string, min = 1): OptionRule => ({
  expected: `a whole number from ${min} to ${max}`,
  hint: `default: ${defaultText}`,
  accepts: value => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
})

/** Rule that accepts safe integers and bigints. */
export const seedRule: OptionRule = {
  expected: 'a safe integer or a bigint',
  hint: 'for seeds beyond 2^53 - 1 write a bigint, such as 12345678901234567890n',
  accepts: isSeed,
}

/** Makes the rule of one of the given names. */
export const oneOf = (names: readonly string[], hint: string): OptionRule => ({
  expected: names.length === 0 ? 'nothing, since there are no names' : alternatives(names),
  hint,
  accepts: value => names.some(name => name === value),
})

const alternatives = (names: readonly string[]): string => {
  const last = names.at(-1) as string
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}
