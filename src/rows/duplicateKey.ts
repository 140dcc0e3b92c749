/** Every string and bracket of a JSON text; a string with a colon after it is a key. */
const PIECES = /"(?:[^"\\]|\\.)*"(\s*:)?|[[\]{}]/g

/**
 * The first key that stands twice in one object of a well-formed JSON text, or undefined. `JSON.parse` keeps the last of
 * them without a word, other readers the first.
 */
export function duplicateKey(json: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  for (const [piece, colon] of json.matchAll(PIECES)) {
    if (piece === '{') open.push(new Set())
    else if (piece === '[') open.push(undefined)
    else if (piece === '}' || piece === ']') open.pop()
    else if (colon !== undefined) {
      const key = JSON.parse(piece.slice(0, -colon.length)) as string
      const keys = open.at(-1)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
  }
  return undefined
}
