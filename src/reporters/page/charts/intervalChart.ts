import type { Html } from '../html'
import { visibleInLine } from '../visible'
import type { ChartLibrary } from './chartLibrary'
import { CHART_WIDTH, clipName, uniqueNames } from './chartText'

/** A value with its interval; `label` is printed at the end of the line. */
export interface Interval {
  readonly name: string
  readonly low: number
  readonly value: number
  readonly high: number
  readonly label: string
}

/** Scale that all intervals of a chart share. */
export interface IntervalScale {
  readonly domain: readonly [number, number]
  /** Value at which a line crosses the chart, such as chance. */
  readonly rule?: number
}

const ROW_HEIGHT = 36
const AXIS_HEIGHT = 24
const LINE_OFFSET = 9
const TEXT_OFFSET = -7
/** Margin in pixels, half the width of the axis's first and last figure. */
const SIDE_MARGIN = 12

/** Draws horizontal intervals, each below its name and label, with a dot at the value. */
export function intervalChart({ plot, draw }: ChartLibrary, intervals: readonly Interval[], { domain, rule }: IntervalScale): Html {
  const names = uniqueNames(intervals)
  const rows = intervals.map((interval, index) => ({ ...interval, name: visibleInLine(interval.name), row: names[index] as string }))
  // An outline in the background colour keeps grid lines out of the text.
  const words = { y: 'row', dy: TEXT_OFFSET, stroke: 'var(--card)', strokeWidth: 4 } as const
  return draw({
    width: CHART_WIDTH,
    height: ROW_HEIGHT * intervals.length + AXIS_HEIGHT,
    margin: 0,
    marginBottom: AXIS_HEIGHT,
    marginLeft: SIDE_MARGIN,
    marginRight: SIDE_MARGIN,
    x: { label: null, domain: [...domain], ticks: 5, tickSize: 3 },
    y: { axis: null, type: 'point', domain: names, padding: 0.5 },
    marks: [
      plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 5 }),
      ...(rule === undefined ? [] : [plot.ruleX([rule], { stroke: 'var(--quiet)', strokeDasharray: '3 3' })]),
      plot.link(rows, {
        x1: 'low',
        x2: 'high',
        y1: 'row',
        y2: 'row',
        dy: LINE_OFFSET,
        stroke: 'var(--bar)',
        strokeWidth: 4,
        strokeOpacity: 0.45,
      }),
      plot.dot(rows, { x: 'value', y: 'row', dy: LINE_OFFSET, r: 4.5, fill: 'var(--bar)' }),
      plot.text(rows, {
        ...words,
        text: row => clipName(row.name, row.label),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -SIDE_MARGIN,
        fill: 'var(--text)',
      }),
      plot.text(rows, { ...words, text: 'label', frameAnchor: 'right', textAnchor: 'end', dx: SIDE_MARGIN, fill: 'var(--quiet)' }),
    ],
  })
}
