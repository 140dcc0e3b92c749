/** Every string and bracket of a JSON text; a string with a colon after it is a key. */
const PIECES = /"(?:[^"\\]|\\.)*"(\s*:)?|[[\]{}]/g

/** An object or list that is not closed yet; a list has no keys. */
interface Open {
  readonly keys?: Set<string>
  readonly path: string
}

/**
 * The path of the first key that stands twice in one object of a well-formed JSON text, or undefined. `JSON.parse` keeps the
 * last of them without a word, other readers the first.
 */
export function duplicateKey(json: string): string | undefined {
  const open: Open[] = []
  let path = ''
  for (const [piece, colon] of json.matchAll(PIECES)) {
    const within = open.at(-1)
    if (piece === '{') open.push({ keys: new Set(), path })
    else if (piece === '[') open.push({ path })
    else if (piece === '}' || piece === ']') path = open.pop()?.path ?? ''
    else if (colon !== undefined && within?.keys !== undefined) {
      const key = JSON.parse(piece.slice(0, -colon.length)) as string
      path = within.path === '' ? key : `${within.path}.${key}`
      if (within.keys.has(key)) return path
      within.keys.add(key)
    }
  }
  return undefined
}
