import type * as fc from 'fast-check'

type Edit = (text: string, at: number) => string

/** Edits of one character or line that imitate labelling mistakes: off by one, omitted, doubled, swapped. */
const CHARACTER_EDITS: readonly Edit[] = [
  (text, at) => text.slice(0, at) + successor(text[at] as string) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + successor(text[at] as string) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at] as string) + text.slice(at),
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] as string) + text.slice(at + 2),
]
const LINE_EDITS: readonly ((lines: readonly string[], at: number) => readonly string[])[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] as string),
  (lines, at) => lines.toSpliced(at, 2, ...lines.slice(at, at + 2).reverse()),
]

/** Returns a text that differs by one small edit, drawn with `random`; undefined if 20 attempts change nothing. */
export function smallEdit(text: string, random: fc.Random): string | undefined {
  if (text === '') return undefined
  for (let attempts = 0; attempts < 20; attempts++) {
    const edited = random.nextInt(0, 3) === 0 ? editedLine(text, random) : editedCharacter(text, random)
    if (edited !== text && edited !== '' && edited.isWellFormed()) return edited
  }
  return undefined
}

function editedCharacter(text: string, random: fc.Random): string {
  const edit = CHARACTER_EDITS[random.nextInt(0, CHARACTER_EDITS.length - 1)] as Edit
  return edit(text, random.nextInt(0, text.length - 1))
}

function editedLine(text: string, random: fc.Random): string {
  const lines = text.split('\n')
  const edit = LINE_EDITS[random.nextInt(0, LINE_EDITS.length - 1)] as (typeof LINE_EDITS)[number]
  return edit(lines, random.nextInt(0, lines.length - 1)).join('\n')
}

/** Returns the next character of the same kind, so that the text keeps its form: 9 → 0, f → g, z → a. */
function successor(character: string): string {
  const code = character.charCodeAt(0)
  for (const [first, last] of [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
  ] as const) {
    if (code >= first && code <= last) return String.fromCharCode(code === last ? first : code + 1)
  }
  return character
}
