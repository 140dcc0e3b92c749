import { type Choice, FILTER_NAMES } from './choice'

/** Content of the URL fragment: a row to open, and the choice that lists it. */
export interface Address {
  readonly row: string | undefined
  readonly choice: Choice
}

/** Identifier of the section of rows. */
const ROWS_ID = 'rows'

/**
 * Reads a fragment such as `#rows?split=test&text=call&page=2`, or `#level0_000017` with the same query. Pages count from 1.
 * Returns undefined if the fragment names another section of the page.
 */
export function readAddress(hash: string): Address | undefined {
  const [name = '', ...query] = hash.replace(/^#/, '').split('?')
  const id = decode(name)
  const isRow = /_\d+$/.test(id)
  if (!isRow && id !== '' && id !== ROWS_ID) return undefined
  const parameters = new URLSearchParams(query.join('?'))
  const filters = Object.fromEntries(
    FILTER_NAMES.flatMap(filter => (parameters.has(filter) ? [[filter, parameters.get(filter) as string]] : [])),
  )
  const page = Math.trunc(Number(parameters.get('page') ?? 1))
  return { row: isRow ? id : undefined, choice: { filters, text: parameters.get('text') ?? '', page: page >= 1 ? page - 1 : 0 } }
}

/** Writes the fragment that `readAddress` reads. */
export function spellAddress({ row, choice: { filters, text, page } }: Address): string {
  const parameters = new URLSearchParams(filters)
  if (text !== '') parameters.set('text', text)
  if (page > 0) parameters.set('page', String(page + 1))
  const query = parameters.toString()
  return `#${encodeURIComponent(row ?? ROWS_ID)}${query === '' ? '' : `?${query}`}`
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
