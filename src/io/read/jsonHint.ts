/** Frequent mistakes of JSON writers, matched against the start and the end of a line. The first match counts. */
const HINTS: readonly (readonly [sign: RegExp, hint: string])[] = [
  [/^\s*[{[]\s*'/, 'keys and strings need double quotes'],
  [/\b(?:NaN|Infinity)\b/, 'JSON has no NaN and no Infinity'],
  [/^\s*[[{]?\s*$|,\s*$|^\s*[\]}]|^\s*"/, 'write one row per line, without list brackets and commas (jq -c writes such lines)'],
  [/\}\s*\{/, 'a line feed may be missing between two rows'],
]

/** Takes precedence over a cut-off line, because a file that uses only carriage returns is one line. */
const CARRIAGE_RETURN_HINT = 'it contains carriage returns: if they end lines, replace them with line feeds'

/** Returns a hint for a line that is not JSON. `isCutOff`: the file ends with this line, without a line feed. */
export function jsonHint(text: string, isCutOff: boolean): string {
  if (text.includes('\r')) return CARRIAGE_RETURN_HINT
  if (isCutOff) return 'the file ends inside this line: write the file again, or remove the line'
  const sides = text.length > 2_000 ? `${text.slice(0, 1_000)}…${text.slice(-1_000)}` : text
  return HINTS.find(([sign]) => sign.test(sides))?.[1] ?? 'a row is one JSON object on one line'
}
