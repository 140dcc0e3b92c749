/** Describes any value in a few words, for "received …". Never throws. */
export function describe(value: unknown): string {
  try {
    return describeReadable(value)
  } catch {
    return 'a value that cannot be read'
  }
}

function describeReadable(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`
  if (value instanceof Promise) return 'a Promise'
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty object' : 'an object'
  return `a ${typeof value}`
}
