import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, SPLITS } from '../../../model/vocabulary'
import { FILTERS, type FilterName } from '../browser/choice'
import { type Html, html } from '../html'
import { formatCount, groupDigits } from '../../../utils/strings/numbers'
import type { PageRow } from '../rows/pageRow'
import type { Section } from './section'

/** Makes the section of rows with its filters; the browser script fills it. */
export const rowsSection = (rows: readonly PageRow[], total: number): Section => ({
  id: 'rows',
  title: 'Rows',
  body: html`<p>${
    rows.length < total
      ? `An even sample of ${groupDigits(rows.length)} of ${formatCount(total, 'row')}, traps with their twins.`
      : `All ${formatCount(total, 'row')}.`
  } Invisible characters are shown by code point, such as ⟨U+0000⟩. The copy buttons copy the original text.</p>
<noscript><p>A script unpacks the rows, but scripts are disabled here. The figures above need none.</p></noscript>
<p id="cannot" role="alert"></p>
<div id="browser" hidden>
<div id="all-rows">
<form id="filters" role="search" aria-label="Rows">
<label class="search">Text<input type="search" id="text" name="text" autocomplete="off" spellcheck="false" placeholder="in inputs, outputs, ids, tokens"></label>
<button type="reset">Clear</button>
${LABELS.map(([name, label, order]) => select(name, label, filterValues(rows, name, order)))}
</form>
<p id="found" role="status" tabindex="-1"></p>
<ol id="list"></ol>
<nav id="pages" aria-label="Pages of rows"><button type="button" id="previous">← Previous</button><span id="page"></span><button type="button" id="next">Next →</button></nav>
</div>
<article id="row" class="card" tabindex="-1" aria-labelledby="row-heading" hidden></article>
</div>`,
})

const LABELS: readonly (readonly [FilterName, label: string, order: readonly string[]])[] = [
  ['split', 'Split', SPLITS],
  ['category', 'Category', CATEGORIES],
  ['topic', 'Topic', []],
  ['difficulty', 'Difficulty', DIFFICULTIES],
  ['type', 'Adversarial type', ADVERSARIAL_TYPES],
  ['edge', 'Edge', []],
]

/** Returns the values of a filter that the rows have: known values in their order, then others by name. */
function filterValues(rows: readonly PageRow[], name: FilterName, order: readonly string[]): readonly string[] {
  const values = new Set(rows.map(row => row[FILTERS[name]]))
  return [...order.filter(value => values.has(value)), ...[...values].filter(value => !order.includes(value)).sort()]
}

const select = (name: FilterName, label: string, values: readonly string[]): Html =>
  html`<label>${label}<select name="${name}"><option value="">any</option>${values.map(
    value => html`<option value="${value}">${value}</option>`,
  )}</select></label>
`
