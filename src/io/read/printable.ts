const MAX_CHARACTERS = 200

/** Characters that move the cursor, hide or reverse text on a terminal, and lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Returns text from a file in printable form: at most 200 characters, with escapes for invisible characters. */
export function printable(text: string): string {
  const beginning = text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text
  return beginning.replace(UNPRINTABLE, character => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
