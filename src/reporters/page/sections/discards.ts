import type { Report } from '../../../model/report'
import type { ChartLibrary } from '../charts/chartLibrary'
import { html, NOTHING } from '../html'
import { table } from '../table'
import { countsFigure } from './countsFigure'
import type { Section } from './section'

/** Draws that did not become rows, and what the plan moved. */
export const discardsSection = ({ discards, capacityAdjustments }: Report, library: ChartLibrary | undefined): Section => ({
  id: 'discards',
  title: 'Drawn again',
  body: html`<div class="grid">${
    Object.keys(discards).length === 0
      ? html`<p>No draw was discarded.</p>`
      : countsFigure(library, {
          id: 'reasons',
          title: 'Discards by reason',
          description: 'Draws that did not become rows; the next attempt took their place.',
          counts: mostFirst(discards),
          unit: 'Draws',
        })
  }${
    capacityAdjustments.length === 0
      ? NOTHING
      : html`<div class="card"><h3>Moved</h3><p>Cells with few distinct questions, whose surplus their neighbours took.</p>${table(
          'Moved, since there are few distinct questions',
          ['Cell', 'Share', 'Capacity'],
          capacityAdjustments.map(({ cell, share, capacity }) => [cell, share.toFixed(1), capacity]),
        )}</div>`
  }</div>`,
})

const mostFirst = (counts: Report['discards']): Report['discards'] =>
  Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one))
