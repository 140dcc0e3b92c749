/** What writers that mean well get wrong, by the beginning and the end of the line; the first that fits. */
const HINTS: readonly (readonly [sign: RegExp, hint: string])[] = [
  [/^\s*[{[]\s*'/, 'keys and texts stand in double quotes'],
  [/\b(?:NaN|Infinity)\b/, 'JSON has no NaN and no Infinity'],
  [/^\s*[[{]?\s*$|,\s*$|^\s*[\]}]|^\s*"/, 'each row stands on a line of its own, without list and commas around (jq -c makes such lines)'],
  [/\}\s*\{/, 'a line feed may be missing between two rows'],
]

/** A whole file may be one such line, so this comes before its end. */
const RETURNS = 'it holds carriage returns: where they end lines, make line feeds of them'

/** What to do about a line that is no JSON. */
export function jsonHint(text: string, isCutOff: boolean): string {
  if (text.includes('\r')) return RETURNS
  if (isCutOff) return 'the file ends in the midst of it: make the file again, or remove the line'
  const sides = text.length > 2_000 ? `${text.slice(0, 1_000)}…${text.slice(-1_000)}` : text
  return HINTS.find(([sign]) => sign.test(sides))?.[1] ?? 'a row is one object of JSON on one line'
}
