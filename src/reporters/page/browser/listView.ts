import type { PageRow } from '../rows/pageRow'
import { visibleInLine } from '../visible'
import { spellAddress } from './address'
import { type Choice, PAGE_ROWS } from './choice'
import { byId, element } from './element'
import { tags } from './tags'

/** Maximum number of characters per line, more than fit on a screen. */
const MAX_LINE_CHARACTERS = 400

/** Shows one page of the matching rows. */
export function showList(found: readonly PageRow[], choice: Choice): void {
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS))
  const page = Math.min(choice.page, pages - 1)
  const shown = found.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
  byId('found', HTMLElement).textContent = countText(found.length, page, shown.length)
  byId('list', HTMLOListElement).replaceChildren(...shown.map(row => item(row, choice)))
  byId('page', HTMLElement).textContent = `Page ${page + 1} of ${pages}`
  byId('pages', HTMLElement).hidden = pages === 1
  byId('previous', HTMLButtonElement).disabled = page === 0
  byId('next', HTMLButtonElement).disabled = page === pages - 1
}

function countText(rows: number, page: number, shown: number): string {
  if (rows === 0) return 'No matching rows.'
  const first = page * PAGE_ROWS + 1
  return `${rows} ${rows === 1 ? 'row' : 'rows'}${rows > shown ? `, ${first} to ${first + shown - 1} shown` : ''}`
}

const item = (row: PageRow, choice: Choice): HTMLLIElement =>
  element(
    'li',
    {},
    element('a', { href: spellAddress({ row: row.id, choice }), class: 'id' }, row.id),
    tags(row),
    element('code', { class: 'line' }, line(row.input)),
    element('code', { class: 'line answer' }, `→ ${line(row.expected_output)}`),
  )

const line = (text: string): string => visibleInLine(text.slice(0, MAX_LINE_CHARACTERS))
