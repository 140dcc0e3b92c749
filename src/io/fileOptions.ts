import { CARD_METADATA_EXPECTED, isCardMetadata } from '../reporters/card/cardMetadata'
import type { OptionRule } from '../validate/optionRules'
import { wholeNumber } from '../validate/optionRules'
import type { FileRunOptions } from './runOptions'

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && !value.includes('\0')

/** Returns the rule of a path option: a non-empty text without NUL characters. */
export const pathRule = (expected: string, hint: string): OptionRule => ({ expected, hint, accepts: isText })

/** Rule of the option that allows replacing a different dataset. */
export const forceRule: OptionRule = {
  expected: 'true or false',
  hint: 'default: false, which keeps existing files',
  accepts: value => typeof value === 'boolean',
}

/** Rule of the publisher's card metadata. */
export const cardMetadataRule: OptionRule = { expected: CARD_METADATA_EXPECTED, hint: 'leave out unknown fields', accepts: isCardMetadata }

/** Rule of `checkpointEvery`: a number of rows. */
export const checkpointRule = wholeNumber(Number.MAX_SAFE_INTEGER, '10,000 rows')

/** Rules of the options that every call on files takes. */
export const RUN_RULES: Readonly<Record<keyof FileRunOptions, OptionRule>> = {
  onProgress: { expected: 'a function', hint: 'omit it to disable progress', accepts: value => typeof value === 'function' },
  signal: {
    expected: 'an AbortSignal',
    hint: 'pass the signal of an AbortController',
    accepts: value => typeof (value as AbortSignal | null)?.aborted === 'boolean',
  },
  checkpointEvery: checkpointRule,
}
