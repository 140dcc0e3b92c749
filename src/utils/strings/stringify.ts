import * as fc from 'fast-check'

const LIMIT = 200

/** A value as a reason shows it: as fast-check prints it, cut at 200 characters. */
export function shown(value: unknown): string {
  const text = fc.stringify(value)
  return text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text
}
