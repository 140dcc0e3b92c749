import type { LeakFigures, NearPair } from '../../../model/figures'
import { type Html, html, NOTHING } from '../html'
import { formatCount, percent } from '../../../utils/strings/numbers'
import { table } from '../table'
import { visibleInLine } from '../visible'
import type { Section } from './section'

/** Makes the section on leaks between train, val and evaluation. Rows in `shown` are linked. */
export const leaksSection = (
  { inputs, forms, twins, heldOutForms: heldOut, nearDuplicates: near }: LeakFigures,
  shown: ReadonlySet<string>,
): Section => ({
  id: 'leaks',
  title: 'Leaks',
  body: html`<div class="card">${table(
    'Leaks between train, val and evaluation',
    ['Between train, val and evaluation', 'Number'],
    [
      ['Shared inputs', inputs],
      ['Shared canonical forms', forms],
      ['Traps separated from their twin', twins],
      ['Shared held-out forms', heldOut],
      [`Near-duplicates (Jaccard similarity ${near.similarity} or more), among ${formatCount(near.rows, 'row')}`, near.pairs],
    ],
  )}
${near.worst.length === 0 ? NOTHING : nearPairsTable(near.worst, shown)}</div>`,
})

const nearPairsTable = (pairs: readonly NearPair[], shown: ReadonlySet<string>): Html =>
  html`<details><summary>Most similar pairs</summary>${table(
    'Most similar pairs',
    ['Rows', 'Similarity', 'Inputs'],
    pairs.map(({ ids, inputs, similarity }) => [
      html`${ids.map(id => (shown.has(id) ? html`<a href="#${encodeURIComponent(id)}">${id}</a> ` : html`<code>${id}</code> `))}`,
      percent(similarity),
      html`${inputs.map(input => html`<code class="line">${visibleInLine(input)}</code>`)}`,
    ]),
  )}</details>`
