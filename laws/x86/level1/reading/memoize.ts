/** Maximum number of cached texts. Each text is read many times while it is judged, and rarely after that. */
const MAX_ENTRIES = 4_096

/** Memoizes a function of a text. The cache is cleared whenever it is full. */
export function memoize<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= MAX_ENTRIES) known.clear()
    const made = of(text)
    known.set(text, made)
    return made
  }
}
