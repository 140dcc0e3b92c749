/** Invisible characters: controls, formats that reverse or hide their neighbours, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Replaces invisible characters by their code point, such as `⟨U+0000⟩`. Line feeds stay. */
export const visible = (text: string): string =>
  text.replace(INVISIBLE, character => (character === '\n' ? character : codePointName(character)))

/** Replaces invisible characters like `visible`, and line feeds by `⏎`. */
export const visibleInLine = (text: string): string => visible(text).replaceAll('\n', ' ⏎ ')

const codePointName = (character: string): string =>
  `⟨U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}⟩`
