/** Number of first items of a list that get a place of their own. */
const FIRST = 2

/** Observations of one kind at one place: bounds of numbers and lengths, characters of texts, and names of keys. */
interface Seen {
  least: number
  most: number
  readonly signs: Set<string>
}

/**
 * Summarizes the values seen of each kind at each place. Parts have places of their own if all values are of one kind;
 * everything within parts shares one place. Two forms that draw the same set have the same outline, given enough draws.
 */
export function outlineOf(values: readonly unknown[]): Readonly<Record<string, string>> {
  const outline = new Map<string, Seen>()
  const isOfOneKind = new Set(values.map(kindOf)).size === 1
  for (const value of values) {
    note(outline, 'whole', value)
    for (const [name, part] of partsOf(value)) {
      const isLater = Array.isArray(value) && Number(name) >= FIRST
      note(outline, !isOfOneKind ? 'within' : isLater ? 'later' : `part ${name}`, part)
      for (const inner of within(part)) note(outline, 'within', inner)
    }
  }
  const lines = [...outline].map(([place, { least, most, signs }]) => [place, `${least} to ${most} ${[...signs].sort().join('')}`] as const)
  return Object.fromEntries(lines.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function note(outline: Map<string, Seen>, place: string, value: unknown): void {
  const key = `${place}: ${kindOf(value)}`
  const seen = outline.get(key) ?? { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY, signs: new Set() }
  const size = typeof value === 'number' ? value : typeof value === 'string' ? value.length : partsOf(value).length
  outline.set(key, seen)
  seen.least = Math.min(seen.least, size)
  seen.most = Math.max(seen.most, size)
  for (const sign of signsOf(value)) seen.signs.add(sign)
}

const partsOf = (value: unknown): readonly [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : [])
const within = (value: unknown): readonly unknown[] => partsOf(value).flatMap(([, part]) => [part, ...within(part)])

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return value === null ? 'null' : typeof value
}

function signsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [...value]
  return Array.isArray(value) ? [] : partsOf(value).map(([name]) => name)
}
