import type { Grading } from '../model/levelSpec'

/** A text without what a level overlooks. */
export function normalise(text: string, { whitespace = 'trim', ignoreCase = false }: Grading): string {
  const spaced = whitespace === 'exact' ? text : whitespace === 'trim' ? text.trim() : collapseWhitespace(text)
  return ignoreCase ? spaced.toLowerCase() : spaced
}

/** Words one space apart, lines without blanks at either end, no empty lines. */
function collapseWhitespace(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.replace(/\s+/g, ' ').trim())
  return lines.filter(line => line !== '').join('\n')
}
