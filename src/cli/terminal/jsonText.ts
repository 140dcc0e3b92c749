import { messageOf } from '../../utils/strings/errorMessage'

/** Returns a result or an error as JSON. A thrown value, which can be anything, becomes its message. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (key === 'thrown' && part !== undefined ? messageOf(part) : part))
