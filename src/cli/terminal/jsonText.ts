import { messageOf } from '../../utils/strings/errorMessage'

/** A result or an error as JSON; what a level threw, which may be anything, is there by its message. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (key === 'thrown' && part !== undefined ? messageOf(part) : part))
