/** So many texts are remembered: each is looked at many times while it is judged, and hardly ever again. */
const MOST = 4_096

/** The same function of a text, which remembers what it gave for the last texts. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= MOST) known.clear()
    const made = of(text)
    known.set(text, made)
    return made
  }
}
