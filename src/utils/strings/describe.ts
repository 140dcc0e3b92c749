/** A value of any kind in a few words, for "received …"; it never throws. */
export function describe(value: unknown): string {
  try {
    return inWords(value)
  } catch {
    return 'a value that cannot be read'
  }
}

function inWords(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`
  return typeof value === 'object' && Object.keys(value).length === 0 ? 'an empty object' : `a ${typeof value}`
}
