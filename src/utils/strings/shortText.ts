const MAX_CHARACTERS = 40

/** Characters that break a line, are invisible, or change the text direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Formats a text as JSON on one line for display: cut after 40 characters, with escapes for invisible characters. */
export const shortText = (text: string): string =>
  JSON.stringify(text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text).replace(
    INVISIBLE,
    sign => `\\u{${(sign.codePointAt(0) as number).toString(16)}}`,
  )
