import { endOfString } from './endOfString'

/** An object or list that is not closed yet; a list has no keys. */
interface Open {
  readonly keys: Set<string> | undefined
  /** The key that was read last, below which all stands until the next one. */
  key: string
}

const QUOTE = 0x22
const COLON = 0x3a
const LEFT_BRACKET = 0x5b
const RIGHT_BRACKET = 0x5d
const LEFT_BRACE = 0x7b
const RIGHT_BRACE = 0x7d

/**
 * The path of the first key that stands twice in one object of a well-formed JSON text, or undefined. `JSON.parse` keeps the
 * last of them without a word, other readers the first. Time and memory grow with the length of the text, no faster.
 */
export function duplicateKey(json: string): string | undefined {
  const open: Open[] = []
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) {
      const end = endOfString(json, at)
      const within = open.at(-1)
      if (within?.keys !== undefined && isBeforeColon(json, end) && isTwice(within.keys, within, json.slice(at, end + 1)))
        return pathOf(open)
      at = end
    } else if (code === LEFT_BRACE) open.push({ keys: new Set(), key: '' })
    else if (code === LEFT_BRACKET) open.push({ keys: undefined, key: '' })
    else if (code === RIGHT_BRACE || code === RIGHT_BRACKET) open.pop()
  }
  return undefined
}

/** A string with a colon after it is a key. */
function isBeforeColon(json: string, end: number): boolean {
  let at = end + 1
  while (isBlank(json.charCodeAt(at))) at++
  return json.charCodeAt(at) === COLON
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d

/** Takes note of a key, which may be spelled with escapes. */
function isTwice(keys: Set<string>, within: Open, string: string): boolean {
  within.key = string.includes('\\') ? (JSON.parse(string) as string) : string.slice(1, -1)
  const before = keys.size
  return keys.add(within.key).size === before
}

const pathOf = (open: readonly Open[]): string => open.flatMap(({ keys, key }) => (keys === undefined ? [] : [key || '""'])).join('.')
