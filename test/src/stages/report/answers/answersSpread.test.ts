import type { Sample, MaxShares } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import type { AnswerFigures, TopicAnswers } from '../../../../../src/model/figures'
import { answersSpread } from '../../../../../src/stages/report/answers/answersSpread'
import { AnswerTally } from '../../../../../src/stages/report/answers/answerTally'
import { mix32 } from '../../../../../src/utils/hash/mix32'

const topicOf = (rows: number, parts: Partial<Record<'answer' | 'firstToken' | 'refusal', number>>): TopicAnswers => {
  const frequentOutput = (most = 0) => ({ output: 'yes', rows: most, share: most / rows })
  return {
    rows,
    answer: frequentOutput(parts.answer),
    firstToken: frequentOutput(parts.firstToken),
    refusal: frequentOutput(parts.refusal),
  }
}

const answersOf = (topics: Readonly<Record<string, TopicAnswers>>): AnswerFigures => ({
  constantBaseline: { output: 'yes', rows: 5, share: 0.05 },
  topicMajorityBaseline: 0.125,
  topics,
})

describe('answers.spread', () => {
  const outcomeOf = (topic: TopicAnswers, maxShares?: MaxShares, own?: MaxShares): string =>
    answersSpread(answersOf({ one: topic }), {
      ...(maxShares === undefined ? {} : { maxShares }),
      topics: { one: own === undefined ? {} : { maxShares: own } },
    }).outcome

  it('allows by default a quarter for answers and refusals, and any share of first tokens', () => {
    expect(outcomeOf(topicOf(10_000, { answer: 2_500, firstToken: 10_000, refusal: 2_500 }))).toBe('holds')
    expect(outcomeOf(topicOf(10_000, { answer: 2_800 }))).toBe('violated')
    expect(outcomeOf(topicOf(10_000, { refusal: 2_800 }))).toBe('violated')
  })

  it('uses the limits of the topic, then of the level', () => {
    const half = topicOf(10_000, { answer: 5_000, firstToken: 5_000, refusal: 0 })
    expect(outcomeOf(half, { answer: 0.5 })).toBe('holds')
    expect(outcomeOf(half, { answer: 0.5, firstToken: 0.4 })).toBe('violated')
    expect(outcomeOf(half, { answer: 0.4 }, { answer: 0.5 })).toBe('holds')
    expect(outcomeOf(half, { answer: 0.5 }, { answer: 0.4 })).toBe('violated')
    expect(outcomeOf(half, { answer: 0.5 }, { refusal: 0.4 })).toBe('holds')
  })

  it('is not applicable to a topic with fewer than a hundred rows', () => {
    expect(outcomeOf(topicOf(99, { answer: 99 }))).toBe('notApplicable')
    expect(outcomeOf(topicOf(100, { answer: 100 }))).toBe('violated')
  })

  it('names the excessive text and the constant baseline', () => {
    const figures = answersOf({ one: topicOf(10_000, { answer: 5_000 }), two: topicOf(10_000, {}), small: topicOf(5, { answer: 5 }) })
    expect(answersSpread(figures, { topics: {} }).figures).toBe(
      '50.0 % of the answers of one ("yes"), 25.0 % allowed; constant baseline 5.0 % ("yes"), topic majority baseline 12.5 %',
    )
  })

  it('rejects no level whose answers are as frequent as allowed: 2,000 datasets of 100 to 1,000 rows', () => {
    for (let dataset = 0; dataset < 2_000; dataset++) {
      const rows = 100 + ((mix32(dataset + 1) >>> 0) % 900)
      let most = 0
      for (let row = 0; row < rows; row++) if ((mix32(mix32(dataset + 1) + row) >>> 0) % 4 === 0) most += 1
      expect(outcomeOf(topicOf(rows, { answer: most })), `${most} of ${rows}`).toBe('holds')
    }
  })

  it('counts answers and refusals separately, and computes the constant baseline', () => {
    const tally = new AnswerTally(['empty', 'one'])
    const add = (topic: string, output: string, times: number) => {
      for (let turn = 0; turn < times; turn++) tally.add({ expected_output: output, metadata: { topic } } as Sample)
    }
    add('one', '0 4', 6)
    add('one', '0 5', 5)
    add('one', 'out of scope', 4)
    add('two', ' 7\n8', 1)
    add('two', 'out of scope', 4)
    expect(tally.figures()).toEqual({
      constantBaseline: { output: 'out of scope', rows: 8, share: 0.4 },
      topicMajorityBaseline: 0.5,
      topics: {
        empty: {
          rows: 0,
          answer: { output: '', rows: 0, share: 0 },
          firstToken: { output: '', rows: 0, share: 0 },
          refusal: { output: '', rows: 0, share: 0 },
        },
        one: {
          rows: 15,
          answer: { output: '0 4', rows: 6, share: 6 / 11 },
          firstToken: { output: '0', rows: 11, share: 1 },
          refusal: { output: 'out of scope', rows: 4, share: 4 / 15 },
        },
        two: {
          rows: 5,
          answer: { output: ' 7\n8', rows: 1, share: 1 },
          firstToken: { output: '7', rows: 1, share: 1 },
          refusal: { output: 'out of scope', rows: 4, share: 0.8 },
        },
      },
    })
  })
})
