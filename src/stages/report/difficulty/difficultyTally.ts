import type { DifficultyFigures, DifficultyQuartiles } from '../../../model/figures'
import type { Sample } from '../../../model/sample'
import { type ByDifficulty, DIFFICULTIES, type Difficulty } from '../../../model/vocabulary'
import { Histogram } from './histogram'

/** Measured difficulty of a row that was never measured. */
const NOT_MEASURED = -1

/** Counts of measured difficulties by topic and difficulty, in bounded memory. */
export class DifficultyTally {
  private readonly topics = new Map<string, ByDifficulty<Histogram>>()

  /** @param topics topics that come first in the figures, in this order */
  constructor(topics: readonly string[]) {
    for (const topic of topics) this.topicOf(topic)
  }

  add({ difficulty, metadata: { topic, measured_difficulty: measured } }: Sample): void {
    if (measured === NOT_MEASURED || !Number.isInteger(measured)) return
    this.topicOf(topic)[difficulty]?.add(measured)
  }

  figures(): DifficultyFigures {
    const all = each(() => new Histogram())
    for (const topic of this.topics.values()) for (const difficulty of DIFFICULTIES) all[difficulty].addAll(topic[difficulty])
    return { all: quartilesOf(all), topics: Object.fromEntries([...this.topics].map(([name, topic]) => [name, quartilesOf(topic)])) }
  }

  private topicOf(name: string): ByDifficulty<Histogram> {
    const known = this.topics.get(name)
    if (known !== undefined) return known
    const topic = each(() => new Histogram())
    this.topics.set(name, topic)
    return topic
  }
}

const each = <T>(make: (difficulty: Difficulty) => T): ByDifficulty<T> => ({
  easy: make('easy'),
  medium: make('medium'),
  hard: make('hard'),
})

const quartilesOf = (histograms: ByDifficulty<Histogram>): ByDifficulty<DifficultyQuartiles> =>
  each(difficulty => {
    const histogram = histograms[difficulty]
    return {
      rows: histogram.rows,
      lowerQuartile: histogram.quantile(0.25),
      median: histogram.quantile(0.5),
      upperQuartile: histogram.quantile(0.75),
    }
  })
