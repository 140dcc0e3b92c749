import { type Html, html, NOTHING } from '../html'
import { type Cell, table } from '../table'

/** What a chart shows, in words and figures: a reader who cannot see it misses nothing. */
export interface Figure {
  /** Unique on the page, for the names of its parts. */
  readonly id: string
  readonly title: string
  /** What is to be seen, in one sentence. */
  readonly description: string
  /** Undefined where no chart can be drawn. */
  readonly chart: Html | undefined
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A chart with its title, its description, and the same figures as a table, which stands open where there is no chart. */
export const chartFigure = ({ id, title, description, chart, head, rows }: Figure): Html =>
  html`<figure class="card">
<figcaption><h3 id="${id}-title">${title}</h3><p id="${id}-description">${description}</p></figcaption>
${chart === undefined ? NOTHING : html`<div role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description">${chart}</div>`}
<details${chart === undefined ? html` open` : NOTHING}><summary>As a table<span class="unseen">: ${title}</span></summary>${table(title, head, rows)}</details>
</figure>`
