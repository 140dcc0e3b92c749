import { visibleInLine } from '../visible'

const MAX_CHARACTERS = 60

/** Returns an output on one line, cut at 60 characters. */
export function clipAnswer(output: string): string {
  const characters = [...visibleInLine(output)]
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…` : characters.join('')
}
