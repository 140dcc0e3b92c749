import type { Html } from '../html'
import { visibleInLine } from '../visible'
import type { ChartLibrary } from './chartLibrary'
import { CHART_WIDTH, clipName, uniqueNames } from './chartText'

/** A bar; `label` is printed at its end. */
export interface Bar {
  readonly name: string
  readonly value: number
  readonly label: string
}

const ROW_HEIGHT = 34
const BAR_HEIGHT = 7
/** Offset in pixels from the middle of a row to its text. */
const TEXT_OFFSET = -6

/** Draws horizontal bars, each below its name and label. A full-width bar has the value `full`, by default the largest value. */
export function barChart({ plot, draw }: ChartLibrary, bars: readonly Bar[], full?: number): Html {
  const names = uniqueNames(bars)
  const rows = bars.map(({ value, label, name }, index) => ({ value, label, name: visibleInLine(name), row: names[index] as string }))
  const whole = full ?? Math.max(1e-9, ...bars.map(({ value }) => value))
  const room = { y: 'row', insetTop: ROW_HEIGHT - BAR_HEIGHT - 4, insetBottom: 4, rx: BAR_HEIGHT / 2 } as const
  return draw({
    width: CHART_WIDTH,
    height: ROW_HEIGHT * bars.length,
    margin: 0,
    x: { axis: null, domain: [0, whole] },
    y: { axis: null, domain: names, padding: 0 },
    marks: [
      plot.barX(rows, { ...room, x: () => whole, fill: 'var(--track)' }),
      plot.barX(rows, { ...room, x: 'value', fill: 'var(--bar)' }),
      plot.text(rows, {
        y: 'row',
        text: row => clipName(row.name, row.label),
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: TEXT_OFFSET,
        fill: 'var(--text)',
      }),
      plot.text(rows, { y: 'row', text: 'label', frameAnchor: 'right', textAnchor: 'end', dy: TEXT_OFFSET, fill: 'var(--quiet)' }),
    ],
  })
}
