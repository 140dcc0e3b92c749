import { visibleInLine } from '../visible'

const MOST = 60

/** An output in one line, cut where it is long. */
export function clippedAnswer(output: string): string {
  const characters = [...visibleInLine(output)]
  return characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : characters.join('')
}
