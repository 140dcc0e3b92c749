const LONGEST = 200

/** What moves the cursor, hides or turns text round on a terminal, and what is no character at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text from a file, fit to be shown: at most 200 characters of it, with escapes for what cannot be seen. */
export function printable(text: string): string {
  const beginning = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return beginning.replace(UNSEEN, character => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
