import { type Html, html } from './html'
import { groupDigits } from '../../utils/strings/numbers'

/** A cell. Numbers are aligned right, texts left; markup is inserted unchanged. */
export type Cell = string | number | Html

/** Returns a table whose first column names the rows. A table that is too wide can be scrolled by keyboard. */
export const table = (caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Html =>
  html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table>
<caption class="visually-hidden">${caption}</caption>
<thead><tr>${head.map((name, column) => html`<th scope="col"${alignmentOf(rows[0]?.[column])}>${name}</th>`)}</tr></thead>
<tbody>${rows.map(rowOf)}</tbody>
</table></div>`

const rowOf = ([name = '', ...cells]: readonly Cell[]): Html =>
  html`<tr><th scope="row">${cellText(name)}</th>${cells.map(cell => html`<td${alignmentOf(cell)}>${cellText(cell)}</td>`)}</tr>`

const cellText = (cell: Cell): Html | string => (typeof cell === 'number' ? groupDigits(cell) : cell)

const alignmentOf = (cell: Cell | undefined): Html => (isNumeric(cell) ? html` class="figure"` : html``)

/** Returns true for a number, and for a text that is a number with an optional percent sign. */
const isNumeric = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^[\d.,]+(\u00a0%)?$/.test(cell))
