import type { Grading } from '../model/levelSpec'

/** A text without what a level overlooks. */
export function normalised(text: string, { whiteSpace = 'outer', letterCase = 'exact' }: Grading): string {
  const spaced = whiteSpace === 'exact' ? text : whiteSpace === 'outer' ? text.trim() : withoutRuns(text)
  return letterCase === 'any' ? spaced.toLowerCase() : spaced
}

/** Words one space apart, lines without blanks at either end, no empty lines. */
function withoutRuns(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.replace(/\s+/g, ' ').trim())
  return lines.filter(line => line !== '').join('\n')
}
