/** Returns a copy with one part replaced, or left out if the replacement is undefined; the path is dotted. */
export function withEdit(value: unknown, path: string, replacement: unknown): unknown {
  const [key = '', ...rest] = path.split('.')
  if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${path}`)
  const part = rest.length === 0 ? replacement : withEdit((value as Readonly<Record<string, unknown>>)[key], rest.join('.'), replacement)
  return Array.isArray(value) ? value.with(Number(key), part) : { ...value, [key]: part }
}
