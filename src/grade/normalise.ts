import type { Grading } from '../model/levelSpec'

/** Normalises a text: removes the differences in whitespace and letter case that the level's grading ignores. */
export function normalise(text: string, { whitespace = 'trim', ignoreCase = false }: Grading): string {
  const spaced = whitespace === 'exact' ? text : whitespace === 'trim' ? text.trim() : collapseWhitespace(text)
  return ignoreCase ? spaced.toLowerCase() : spaced
}

/** Collapses blanks to one space, trims every line and removes empty lines. */
function collapseWhitespace(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.replace(/\s+/g, ' ').trim())
  return lines.filter(line => line !== '').join('\n')
}
