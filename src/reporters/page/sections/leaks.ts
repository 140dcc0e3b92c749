import type { LeakFigures, NearPair } from '../../../model/figures'
import { type Html, html, NOTHING } from '../html'
import { formatCount, percent } from '../../../utils/strings/numbers'
import { table } from '../table'
import { visibleInLine } from '../visible'
import type { Section } from './section'

/** What stands on two sides of the split; rows that the page shows are linked. */
export const leaksSection = ({ inputs, forms, twins, heldOut, nearDuplicates: near }: LeakFigures, shown: ReadonlySet<string>): Section => ({
  id: 'leaks',
  title: 'Leaks',
  body: html`<div class="card">${table(
    'What stands on two sides of the split',
    ['What', 'Found'],
    [
      ['Inputs on two sides', inputs],
      ['Canonical forms on two sides', forms],
      ['Traps on another side than their twin', twins],
      ['Held-out forms on two sides', heldOut],
      [`Near-duplicates (Jaccard similarity ${near.similarity} or more), among ${formatCount(near.rows, 'row')}`, near.pairs],
    ],
  )}
${near.worst.length === 0 ? NOTHING : nearPairsTable(near.worst, shown)}</div>`,
})

const nearPairsTable = (pairs: readonly NearPair[], shown: ReadonlySet<string>): Html =>
  html`<details><summary>The pairs that are most alike</summary>${table(
    'The pairs that are most alike',
    ['Rows', 'Alike', 'Inputs'],
    pairs.map(({ ids, inputs, similarity }) => [
      html`${ids.map(id => (shown.has(id) ? html`<a href="#${encodeURIComponent(id)}">${id}</a> ` : html`<code>${id}</code> `))}`,
      percent(similarity),
      html`${inputs.map(input => html`<code class="line">${visibleInLine(input)}</code>`)}`,
    ]),
  )}</details>`
