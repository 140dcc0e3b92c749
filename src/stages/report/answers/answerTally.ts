import type { AnswerFigures, FrequentOutput, TopicAnswers } from '../../../model/figures'
import type { Sample } from '../../../model/sample'
import { REFUSALS } from '../../../model/vocabulary'
import { Frequent, type MostFrequent } from './frequent'

interface TopicTally {
  rows: number
  answered: number
  readonly answers: Frequent
  readonly firstTokens: Frequent
  readonly refusals: Frequent
}

const ALL_REFUSALS: ReadonlySet<string> = new Set(Object.values(REFUSALS))

/** Counts of outputs by topic, in bounded memory. */
export class AnswerTally {
  private readonly topics = new Map<string, TopicTally>()
  private readonly outputs = new Frequent()
  private rows = 0

  /** @param topics topics that come first in the figures, in this order */
  constructor(topics: readonly string[]) {
    for (const topic of topics) this.topicOf(topic)
  }

  add({ expected_output: output, metadata }: Sample): void {
    const topic = this.topicOf(metadata.topic)
    this.rows += 1
    topic.rows += 1
    this.outputs.add(output)
    if (ALL_REFUSALS.has(output)) {
      topic.refusals.add(output)
      return
    }
    topic.answered += 1
    topic.answers.add(output)
    topic.firstTokens.add(firstToken(output))
  }

  figures(): AnswerFigures {
    const topics = Object.fromEntries([...this.topics].map(([name, topic]) => [name, figuresOf(topic)]))
    const best = Object.values(topics).reduce((sum, { answer, refusal }) => sum + Math.max(answer.rows, refusal.rows), 0)
    return {
      constantBaseline: frequentOutputOf(this.outputs.mostFrequent(), this.rows),
      topicMajorityBaseline: best / Math.max(1, this.rows),
      topics,
    }
  }

  private topicOf(name: string): TopicTally {
    const known = this.topics.get(name)
    if (known !== undefined) return known
    const topic = { rows: 0, answered: 0, answers: new Frequent(), firstTokens: new Frequent(), refusals: new Frequent() }
    this.topics.set(name, topic)
    return topic
  }
}

const figuresOf = ({ rows, answered, answers, firstTokens, refusals }: TopicTally): TopicAnswers => ({
  rows,
  answer: frequentOutputOf(answers.mostFrequent(), answered),
  firstToken: frequentOutputOf(firstTokens.mostFrequent(), answered),
  refusal: frequentOutputOf(refusals.mostFrequent(), rows),
})

const frequentOutputOf = ({ output, rows }: MostFrequent, all: number): FrequentOutput => ({ output, rows, share: rows / Math.max(1, all) })

/** Returns an output's first token. An output without whitespace is returned as the same string, whose hash is already computed. */
const firstToken = (output: string): string => (/\s/.test(output) ? (/\S+/.exec(output)?.[0] ?? '') : output)
