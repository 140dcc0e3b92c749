import { type Html, html } from './html'
import { grouped } from '../../utils/strings/numbers'

/** A cell: numbers stand right, texts left; what is markup already stays. */
export type Cell = string | number | Html

/** A table that can be scrolled by keyboard where it is too wide; its first column names the rows. */
export const table = (caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Html =>
  html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table>
<caption class="unseen">${caption}</caption>
<thead><tr>${head.map((name, column) => html`<th scope="col"${sideOf(rows[0]?.[column])}>${name}</th>`)}</tr></thead>
<tbody>${rows.map(rowOf)}</tbody>
</table></div>`

const rowOf = ([name = '', ...cells]: readonly Cell[]): Html =>
  html`<tr><th scope="row">${shown(name)}</th>${cells.map(cell => html`<td${sideOf(cell)}>${shown(cell)}</td>`)}</tr>`

const shown = (cell: Cell): Html | string => (typeof cell === 'number' ? grouped(cell) : cell)

const sideOf = (cell: Cell | undefined): Html => (isFigure(cell) ? html` class="figure"` : html``)

/** A number, or a text that begins with one and goes on with its unit. */
const isFigure = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^[\d.,]+(\u00a0%)?$/.test(cell))
