/** Characters that would start a new line or reverse the text direction. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

/** ASCII punctuation with a meaning inside a line; a backslash escapes each (CommonMark 0.31, section 2.4). */
const MARKUP = /[\\`*[\]<>|#&~$!]/g

/** Underscores that may start or end emphasis; between letters they have no meaning. */
const OUTER_UNDERSCORE = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g

/** Line openings that would start a list, a rule or an underlined heading. */
const OPENING = /^[-+=]|(?<=^\d+)[.)](?=\s|$)/

/** Escapes a text as one line of Markdown that displays it literally, also inside a table. */
export const markdownText = (text: string): string =>
  text.toWellFormed().replace(INVISIBLE, ' ').trim().replace(MARKUP, '\\$&').replace(OUTER_UNDERSCORE, '\\_').replace(OPENING, '\\$&')
