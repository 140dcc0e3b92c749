/** Characters without a look of their own: controls, formats that turn or hide what stands beside them, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** A text in which every character can be seen: others are told by number, `⟨U+0000⟩`. Line breaks stay. */
export const visible = (text: string): string => text.replace(INVISIBLE, character => (character === '\n' ? character : codePointName(character)))

/** The same in one line. */
export const visibleInLine = (text: string): string => visible(text).replaceAll('\n', ' ⏎ ')

const codePointName = (character: string): string => `⟨U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}⟩`
