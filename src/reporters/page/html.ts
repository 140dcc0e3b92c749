import { visible } from './visible'

/** Text that is markup already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | readonly Part[]

/** Markup with its values put in: whatever is not markup itself is text, and shows as text. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, index) => string + textOf(parts[index])).join(''))

/** Markup for a part that may be missing. */
export const NOTHING = new Html('')

function textOf(part: Part | undefined): string {
  if (part === undefined) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(textOf).join('')
  return visible(String(part)).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
