import { type Choice, FILTER_NAMES } from './choice'

/** What the part of an address behind `#` asks for: a row, and the choice that it was found by. */
export interface Address {
  readonly row: string | undefined
  readonly choice: Choice
}

/** Where the rows stand on the page. */
const ROWS_ID = 'rows'

/**
 * Reads `#rows?split=test&text=call&page=2`, or `#level0_000017` with as much behind it; pages count from 1. Undefined where
 * another part of the page is named.
 */
export function readAddress(hash: string): Address | undefined {
  const [name = '', ...query] = hash.replace(/^#/, '').split('?')
  const id = decode(name)
  const isRow = /_\d+$/.test(id)
  if (!isRow && id !== '' && id !== ROWS_ID) return undefined
  const asked = new URLSearchParams(query.join('?'))
  const filters = Object.fromEntries(FILTER_NAMES.flatMap(filter => (asked.has(filter) ? [[filter, asked.get(filter) as string]] : [])))
  const page = Math.trunc(Number(asked.get('page') ?? 1))
  return { row: isRow ? id : undefined, choice: { filters, text: asked.get('text') ?? '', page: page >= 1 ? page - 1 : 0 } }
}

export function spellAddress({ row, choice: { filters, text, page } }: Address): string {
  const asked = new URLSearchParams(filters)
  if (text !== '') asked.set('text', text)
  if (page > 0) asked.set('page', String(page + 1))
  const query = asked.toString()
  return `#${encodeURIComponent(row ?? ROWS_ID)}${query === '' ? '' : `?${query}`}`
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
