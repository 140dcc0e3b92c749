import type { Html } from '../html'
import { visibleInLine } from '../visible'
import type { ChartLibrary } from './chartLibrary'
import { CHART_WIDTH, clipped, uniqueNames } from './chartText'

/** A figure between two others. */
export interface Interval {
  readonly name: string
  readonly low: number
  readonly value: number
  readonly high: number
  readonly label: string
}

export interface IntervalScale {
  readonly domain: readonly [number, number]
  /** Where a line is drawn through all of them, such as at chance. */
  readonly rule?: number
}

const ROW = 36
const AXIS = 24
const LINE = 9
const WORDS = -7
/** Half of the axis's first and last figure. */
const SIDE = 12

/** Intervals from left to right, each below its name and its figure, with a dot on the value. */
export function intervalChart({ plot, draw }: ChartLibrary, intervals: readonly Interval[], { domain, rule }: IntervalScale): Html {
  const names = uniqueNames(intervals)
  const rows = intervals.map((interval, index) => ({ ...interval, name: visibleInLine(interval.name), row: names[index] as string }))
  // Lines of the grid end at a word.
  const words = { y: 'row', dy: WORDS, stroke: 'var(--card)', strokeWidth: 4 } as const
  return draw({
    width: CHART_WIDTH,
    height: ROW * intervals.length + AXIS,
    margin: 0,
    marginBottom: AXIS,
    marginLeft: SIDE,
    marginRight: SIDE,
    x: { label: null, domain: [...domain], ticks: 5, tickSize: 3 },
    y: { axis: null, type: 'point', domain: names, padding: 0.5 },
    marks: [
      plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 5 }),
      ...(rule === undefined ? [] : [plot.ruleX([rule], { stroke: 'var(--quiet)', strokeDasharray: '3 3' })]),
      plot.link(rows, { x1: 'low', x2: 'high', y1: 'row', y2: 'row', dy: LINE, stroke: 'var(--bar)', strokeWidth: 4, strokeOpacity: 0.45 }),
      plot.dot(rows, { x: 'value', y: 'row', dy: LINE, r: 4.5, fill: 'var(--bar)' }),
      plot.text(rows, {
        ...words,
        text: row => clipped(row.name, row.label),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -SIDE,
        fill: 'var(--text)',
      }),
      plot.text(rows, { ...words, text: 'label', frameAnchor: 'right', textAnchor: 'end', dx: SIDE, fill: 'var(--quiet)' }),
    ],
  })
}
