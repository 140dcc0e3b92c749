import * as fc from 'fast-check'

const MAX_CHARACTERS = 200

/** Formats a value as fast-check prints it, cut after 200 characters. */
export function stringify(value: unknown): string {
  const text = fc.stringify(value)
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text
}
