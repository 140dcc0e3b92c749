/** Characters that would start another line or turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

/** ASCII punctuation that means something inside a line; any of it may stand after a backslash (CommonMark 0.31, section 2.4). */
const MARKUP = /[\\`*[\]<>|#&~$!]/g

/** Underscores between letters are letters. */
const OUTER_UNDERSCORE = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g

/** What would begin a list, a rule or an underlined heading where a line begins with it. */
const OPENING = /^[-+=]|(?<=^\d+)[.)](?=\s|$)/

/** A text from a spec as one line of Markdown that shows it and does nothing else, inside a table too. */
export const markdownText = (text: string): string =>
  text.toWellFormed().replace(INVISIBLE, ' ').trim().replace(MARKUP, '\\$&').replace(OUTER_UNDERSCORE, '\\_').replace(OPENING, '\\$&')
