import { visible } from './visible'

/** Text that is already markup. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | readonly Part[]

/** Tag of template literals that returns markup. Values that are not markup are escaped. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, index) => string + textOf(parts[index])).join(''))

/** Empty markup, for an optional part that is missing. */
export const NOTHING = new Html('')

function textOf(part: Part | undefined): string {
  if (part === undefined) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(textOf).join('')
  return visible(String(part)).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
