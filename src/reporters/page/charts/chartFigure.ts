import { type Html, html, NOTHING } from '../html'
import { type Cell, table } from '../table'

/** A chart with its content in words and figures, so that readers who cannot see it miss nothing. */
export interface Figure {
  /** Prefix of the element ids, unique on the page. */
  readonly id: string
  readonly title: string
  /** Content of the chart, in one or two sentences. */
  readonly description: string
  /** Undefined if no chart can be drawn. */
  readonly chart: Html | undefined
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Returns a chart with title, description and the same figures as a table. The table is open if there is no chart. */
export const chartFigure = ({ id, title, description, chart, head, rows }: Figure): Html =>
  html`<figure class="card">
<figcaption><h3 id="${id}-title">${title}</h3><p id="${id}-description">${description}</p></figcaption>
${chart === undefined ? NOTHING : html`<div role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description">${chart}</div>`}
<details${chart === undefined ? html` open` : NOTHING}><summary>As a table<span class="visually-hidden">: ${title}</span></summary>${table(title, head, rows)}</details>
</figure>`
