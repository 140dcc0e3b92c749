import type { DifficultyFigures, DifficultyQuartiles } from '../../../model/figures'
import { type ByDifficulty, DIFFICULTIES } from '../../../model/vocabulary'
import { chartFigure } from '../charts/chartFigure'
import type { ChartLibrary } from '../charts/chartLibrary'
import { type Interval, intervalChart } from '../charts/intervalChart'
import { type Html, NOTHING } from '../html'
import { groupDigits } from '../../../utils/strings/numbers'

/** Draws the measured difficulty of all rows and of each topic: medians with the interquartile range. */
export function difficultyFigures({ all, topics }: DifficultyFigures, library: ChartLibrary | undefined): readonly Html[] {
  const ofTopics = Object.entries(topics).flatMap(([topic, measured]) => named(measured, difficulty => `${topic}, ${difficulty}`))
  return [
    figure(
      'measured',
      'Measured difficulty',
      named(all, difficulty => difficulty),
      library,
    ),
    figure('measured-topics', 'Measured difficulty by topic', ofTopics, library),
  ]
}

type Named = readonly [name: string, measured: DifficultyQuartiles]

const named = (measured: ByDifficulty<DifficultyQuartiles>, nameOf: (difficulty: string) => string): readonly Named[] =>
  DIFFICULTIES.map((difficulty): Named => [nameOf(difficulty), measured[difficulty]]).filter(([, { rows }]) => rows > 0)

function figure(id: string, title: string, measured: readonly Named[], library: ChartLibrary | undefined): Html {
  if (measured.length === 0) return NOTHING
  const intervals = measured.map(
    ([name, { lowerQuartile, median, upperQuartile }]): Interval => ({
      name,
      low: lowerQuartile,
      value: median,
      high: upperQuartile,
      label: groupDigits(median),
    }),
  )
  const max = Math.max(1, ...intervals.map(({ high }) => high))
  return chartFigure({
    id,
    title,
    description: "The dot is the median, the line spans the middle half of the rows, in the level's own unit.",
    chart: library && intervalChart(library, intervals, { domain: [0, max] }),
    head: ['Difficulty', 'Rows', 'Lower quartile', 'Median', 'Upper quartile'],
    rows: measured.map(([name, { rows, lowerQuartile, median, upperQuartile }]) => [name, rows, lowerQuartile, median, upperQuartile]),
  })
}
