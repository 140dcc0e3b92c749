import type { Report } from '../../../model/report'
import type { ChartLibrary } from '../charts/chartLibrary'
import { html, NOTHING } from '../html'
import { table } from '../table'
import { countsFigure } from './countsFigure'
import type { Section } from './section'

/** Makes the section on discarded draws and capacity adjustments. */
export const discardsSection = ({ discards, capacityAdjustments }: Report, library: ChartLibrary | undefined): Section => ({
  id: 'discards',
  title: 'Discarded draws',
  body: html`<div class="grid">${
    Object.keys(discards).length === 0
      ? html`<p>No draw was discarded.</p>`
      : countsFigure(library, {
          id: 'reasons',
          title: 'Discards by reason',
          description: 'Draws that did not become rows; the next attempt replaced each.',
          counts: mostFirst(discards),
          unit: 'Draws',
        })
  }${
    capacityAdjustments.length === 0
      ? NOTHING
      : html`<div class="card"><h3>Capacity adjustments</h3><p>Cells with too few distinct questions; other cells took the rest of their rows.</p>${table(
          'Capacity adjustments',
          ['Cell', 'Planned rows', 'Capacity'],
          capacityAdjustments.map(({ cell, plannedRows: share, capacity }) => [cell, share.toFixed(1), capacity]),
        )}</div>`
  }</div>`,
})

const mostFirst = (counts: Report['discards']): Report['discards'] =>
  Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one))
