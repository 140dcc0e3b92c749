const LONGEST = 40

/** What would break a line, be no sign at all, or turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A text as JSON in one line, for people to look at: cut at 40 characters, and nothing in it that does not show. */
export const shortText = (text: string): string =>
  JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(
    INVISIBLE,
    sign => `\\u{${(sign.codePointAt(0) as number).toString(16)}}`,
  )
