import { ABOUT_EXPECTED, isAbout } from '../reporters/card/about'
import type { OptionRule } from '../validate/optionRules'
import { wholeNumber } from '../validate/optionRules'
import type { RunOptions } from './runOptions'

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && !value.includes('\0')

export const pathRule = (what: string, hint: string): OptionRule => ({ expected: what, hint, accepts: isText })

export const forceRule: OptionRule = {
  expected: 'true or false',
  hint: 'leave it out to keep what is there',
  accepts: value => typeof value === 'boolean',
}

export const aboutRule: OptionRule = { expected: ABOUT_EXPECTED, hint: 'leave out what nobody says', accepts: isAbout }

export const checkpointRule = wholeNumber(Number.MAX_SAFE_INTEGER, '10,000 rows')

/** The rules of `RunOptions`. */
export const RUN_RULES: Readonly<Record<keyof RunOptions, OptionRule>> = {
  onProgress: { expected: 'a function', hint: 'leave it out to hear nothing', accepts: value => typeof value === 'function' },
  signal: {
    expected: 'an AbortSignal',
    hint: 'give the signal of an AbortController',
    accepts: value => typeof (value as AbortSignal | null)?.aborted === 'boolean',
  },
  checkpointEvery: checkpointRule,
}
