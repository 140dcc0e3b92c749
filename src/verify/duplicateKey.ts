import { endOfString } from './endOfString'

/** An object or list that is not closed yet. A list has no keys. */
interface OpenContainer {
  readonly keys: Set<string> | undefined
  /** Key that was read last; values belong to it until the next key. */
  key: string
}

const QUOTE = 0x22
const COLON = 0x3a
const LEFT_BRACKET = 0x5b
const RIGHT_BRACKET = 0x5d
const LEFT_BRACE = 0x7b
const RIGHT_BRACE = 0x7d

/**
 * Returns the path of the first duplicate key in an object of a well-formed JSON text, or undefined. `JSON.parse` silently
 * keeps the last value, other readers the first. Time and memory grow linearly with the length of the text.
 */
export function duplicateKey(json: string): string | undefined {
  const open: OpenContainer[] = []
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) {
      const end = endOfString(json, at)
      const within = open.at(-1)
      if (within?.keys !== undefined && isBeforeColon(json, end) && isRepeatedKey(within.keys, within, json.slice(at, end + 1)))
        return pathOf(open)
      at = end
    } else if (code === LEFT_BRACE) open.push({ keys: new Set(), key: '' })
    else if (code === LEFT_BRACKET) open.push({ keys: undefined, key: '' })
    else if (code === RIGHT_BRACE || code === RIGHT_BRACKET) open.pop()
  }
  return undefined
}

/** Returns true if a colon follows the string that ends at `end`: then the string is a key. */
function isBeforeColon(json: string, end: number): boolean {
  let at = end + 1
  while (isBlank(json.charCodeAt(at))) at++
  return json.charCodeAt(at) === COLON
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d

/** Adds a key, which may contain escapes, to `keys`. Returns true if the key was already present. */
function isRepeatedKey(keys: Set<string>, within: OpenContainer, string: string): boolean {
  within.key = string.includes('\\') ? (JSON.parse(string) as string) : string.slice(1, -1)
  const before = keys.size
  return keys.add(within.key).size === before
}

const pathOf = (open: readonly OpenContainer[]): string =>
  open.flatMap(({ keys, key }) => (keys === undefined ? [] : [key || '""'])).join('.')
