import { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, SPLITS } from '../../../model/vocabulary'
import { FILTERS, type FilterName } from '../browser/choice'
import { type Html, html } from '../html'
import { formatCount, groupDigits } from '../../../utils/strings/numbers'
import type { PageRow } from '../rows/pageRow'
import type { Section } from './section'

/** The place where rows are looked at; the browser's script fills it. */
export const rowsSection = (rows: readonly PageRow[], total: number): Section => ({
  id: 'rows',
  title: 'Rows',
  body: html`<p>${
    rows.length < total
      ? `An even sample of ${groupDigits(rows.length)} of ${formatCount(total, 'row')}, traps with their twins.`
      : `All ${formatCount(total, 'row')}.`
  } Characters that cannot be seen are shown by number, as ⟨U+0000⟩; what is copied is the text itself.</p>
<noscript><p>The rows are unpacked by a script, which is not allowed to run here; the figures above need none.</p></noscript>
<p id="cannot" role="alert"></p>
<div id="browser" hidden>
<div id="all-rows">
<form id="filters" role="search" aria-label="Rows">
<label class="sought">Text<input type="search" id="text" name="text" autocomplete="off" spellcheck="false" placeholder="in inputs, outputs, ids, tokens"></label>
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
  ['type', 'Type of trap', ADVERSARIAL_TYPES],
  ['edge', 'Edge', []],
]

/** What there is to choose, known values in their order and others by name. */
function filterValues(rows: readonly PageRow[], name: FilterName, order: readonly string[]): readonly string[] {
  const there = new Set(rows.map(row => row[FILTERS[name]]))
  return [...order.filter(value => there.has(value)), ...[...there].filter(value => !order.includes(value)).sort()]
}

const select = (name: FilterName, label: string, values: readonly string[]): Html =>
  html`<label>${label}<select name="${name}"><option value="">any</option>${values.map(
    value => html`<option value="${value}">${value}</option>`,
  )}</select></label>
`
