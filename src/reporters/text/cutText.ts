/** Cuts a text that is longer than `maxCharacters` and appends an ellipsis and the full length: `abc… (70000 characters)`. */
export const cutText = (text: string, maxCharacters: number): string =>
  text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters).replace(LONE_HIGH_SURROGATE, '')}… (${text.length} characters)`

/** First half of a surrogate pair whose second half was cut off. */
const LONE_HIGH_SURROGATE = /[\ud800-\udbff]$/
