import type { Counts } from '../../../model/report'
import { barChart } from '../charts/barChart'
import { chartFigure } from '../charts/chartFigure'
import type { ChartLibrary } from '../charts/chartLibrary'
import { type Html, NOTHING } from '../html'
import { groupDigits, shareOf } from '../../../utils/strings/numbers'

/** Counts with the texts of their figure. */
interface CountsFigure {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly counts: Counts
  /** Counted things, as a column head. @defaultValue 'Rows' */
  readonly unit?: string
}

/** Draws counts as bars, each with its share of the sum. Returns empty markup if there are no counts. */
export function countsFigure(library: ChartLibrary | undefined, { id, title, description, counts, unit = 'Rows' }: CountsFigure): Html {
  const entries = Object.entries(counts)
  if (entries.length === 0) return NOTHING
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  const bars = entries.map(([name, value]) => ({ name, value, label: `${groupDigits(value)} · ${shareOf(value, total)}` }))
  return chartFigure({
    id,
    title,
    description,
    chart: library && barChart(library, bars),
    head: [title, unit, 'Share'],
    rows: entries.map(([name, count]) => [name, count, shareOf(count, total)]),
  })
}
