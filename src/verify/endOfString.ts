const BACKSLASH = 0x5c

/**
 * Returns the index of the closing quote of a JSON string whose opening quote is at `open`, or the length of the text if
 * there is none. A regular expression would overflow its stack on a string of megabytes.
 */
export function endOfString(json: string, open: number): number {
  for (let quote = json.indexOf('"', open + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let before = quote
    while (json.charCodeAt(before - 1) === BACKSLASH) before--
    if ((quote - before) % 2 === 0) return quote
  }
  return json.length
}
