import { visibleInLine } from '../visible'

const MAX_CHARACTERS = 60

/** An output in one line, cut where it is long. */
export function clipAnswer(output: string): string {
  const characters = [...visibleInLine(output)]
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…` : characters.join('')
}
