/** Around what a row says before anyone vouches for it; quotes in a text are escaped, so no text of a row has any of these in it. */
const VERIFIED = '"verified":true,'
const LAWS = '"laws":['
const BETWEEN = '],"verified_by":['
const BEHIND = '],"group":'

/** The line of a sample as generated, from its line as proven: that of `asGenerated`, in a fifth of the time. */
export function generatedLine(proven: string): string {
  const verified = proven.indexOf(VERIFIED)
  const laws = proven.indexOf(LAWS, verified) + LAWS.length
  const between = proven.indexOf(BETWEEN, laws)
  const behind = proven.indexOf(BEHIND, between)
  return `${proven.slice(0, verified)}"verified":false,${proven.slice(verified + VERIFIED.length, laws)}${BETWEEN}${proven.slice(behind)}`
}
