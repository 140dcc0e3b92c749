import type { LevelSpec, Placed, Sample, Spread } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import type { AnswerFigures, DifficultyFigures, TopicAnswers } from '../../../../src/model/figures'
import { answersSpread } from '../../../../src/stages/report/answers/answersSpread'
import { AnswerTally } from '../../../../src/stages/report/answers/answerTally'
import { difficultyOrdered } from '../../../../src/stages/report/difficulty/difficultyOrdered'
import { DifficultyTally } from '../../../../src/stages/report/difficulty/difficultyTally'
import { mix32 } from '../../../../src/utils/hash/mix32'
import { heldSums } from '../../../support/heldSums'
import { PLANTED_LEAKS } from './support/plantedLeaks'
import { placedRows, reportOn } from './support/reportOn'

const checkOf = (level: typeof sums, rows: readonly Placed[], name: string) =>
  reportOn(level, rows).checks.find(check => check.name === name)

describe('splits.disjoint', () => {
  const rows = placedRows(sums, 42, 2_000)
  const planted = (name: string) => PLANTED_LEAKS.find(leak => leak.name.startsWith(name)) as (typeof PLANTED_LEAKS)[number]
  const disjoint = (level: typeof sums, list: readonly Placed[]) => checkOf(level, list, 'splits.disjoint')

  it('has its figures in one sentence', () => {
    expect(disjoint(sums, rows)).toMatchObject({
      outcome: 'holds',
      figures:
        '0 inputs, 0 canonical forms on two sides; 0 traps apart from their twin; 0 near-duplicates (Jaccard 0.8 or more) among 2000 rows',
    })
  })

  it('counts what was planted', () => {
    const leaksOf = (name: string, level = sums, list = rows) => reportOn(level, planted(name).plant(list, 0.005)).figures.leaks
    expect(leaksOf('test rows with the input of a train row')).toMatchObject({ inputs: 10, forms: 10, twins: 0, heldOut: 0 })
    expect(leaksOf('test rows that are train rows in another order')).toMatchObject({ inputs: 0, forms: 10, twins: 0, heldOut: 0 })
    expect(leaksOf('test rows with the group of a train row')).toMatchObject({ inputs: 0, forms: 10, twins: 0, heldOut: 0 })
    expect(leaksOf('traps on another side')).toMatchObject({ inputs: 0, forms: 0, twins: 10, heldOut: 0 })
    const held = placedRows(heldSums, 42, 2_000)
    expect(leaksOf('test rows of a form', heldSums, held).heldOut).toBeGreaterThan(1)
    expect(leaksOf('test rows of a form', heldSums, held)).toMatchObject({ inputs: 0, forms: 0, twins: 0 })
    const { holdout, ...unheld } = heldSums
    expect(leaksOf('test rows of a form', unheld, held)).toMatchObject({ heldOut: 0 })
  })

  it('only reports near-duplicates, the most alike first, unless the level says how many there may be', () => {
    const near = planted('test rows that are train rows but').plant(rows, 0.0025)
    const { pairs, worst } = reportOn(sums, near).figures.leaks.near
    expect(pairs).toBeGreaterThanOrEqual(5)
    expect(worst[0]?.similarity).toBeGreaterThan(0.9)
    expect(disjoint(sums, near)).toMatchObject({
      outcome: 'holds',
      figures: expect.stringMatching(/, the nearest sums_\d+ and sums_\d+ \(0\.9\d\)$/),
    })
    expect(disjoint({ ...sums, nearDuplicates: pairs }, near)?.outcome).toBe('holds')
    expect(disjoint({ ...sums, nearDuplicates: pairs - 1 }, near)).toMatchObject({
      outcome: 'violated',
      figures: expect.stringContaining(`${pairs} near-duplicates (Jaccard 0.8 or more) among 2000 rows, ${pairs - 1} allowed`),
    })
  })

  it('does not hold where the form of a row cannot be told', () => {
    const canonical = (): never => {
      throw new Error('no form')
    }
    expect(disjoint({ ...sums, canonical }, rows.slice(0, 300))).toMatchObject({
      outcome: 'violated',
      figures: expect.stringMatching(/\d+ rows whose form the level could not tell, for it threw/),
    })
  })
})

const topicOf = (rows: number, parts: Partial<Record<'answer' | 'firstToken' | 'refusal', number>>): TopicAnswers => {
  const guess = (most = 0) => ({ output: 'yes', rows: most, share: most / rows })
  return { rows, answer: guess(parts.answer), firstToken: guess(parts.firstToken), refusal: guess(parts.refusal) }
}
const answersOf = (topics: Readonly<Record<string, TopicAnswers>>): AnswerFigures => ({
  constant: { output: 'yes', rows: 5, share: 0.05 },
  majorityByTopic: 0.125,
  topics,
})

describe('answers.spread', () => {
  const outcomeOf = (topic: TopicAnswers, spread?: Spread, own?: Spread): string =>
    answersSpread(answersOf({ one: topic }), {
      ...(spread === undefined ? {} : { spread }),
      topics: { one: own === undefined ? {} : { spread: own } },
    }).outcome

  it('asks for a quarter of answers and refusals at most, and for nothing of first tokens, unless told', () => {
    expect(outcomeOf(topicOf(10_000, { answer: 2_500, firstToken: 10_000, refusal: 2_500 }))).toBe('holds')
    expect(outcomeOf(topicOf(10_000, { answer: 2_800 }))).toBe('violated')
    expect(outcomeOf(topicOf(10_000, { refusal: 2_800 }))).toBe('violated')
  })

  it('asks for what a topic says, else for what the level says', () => {
    const half = topicOf(10_000, { answer: 5_000, firstToken: 5_000, refusal: 0 })
    expect(outcomeOf(half, { answer: 0.5 })).toBe('holds')
    expect(outcomeOf(half, { answer: 0.5, firstToken: 0.4 })).toBe('violated')
    expect(outcomeOf(half, { answer: 0.4 }, { answer: 0.5 })).toBe('holds')
    expect(outcomeOf(half, { answer: 0.5 }, { answer: 0.4 })).toBe('violated')
    expect(outcomeOf(half, { answer: 0.5 }, { refusal: 0.4 })).toBe('holds')
  })

  it('says nothing of a topic with fewer than a hundred rows', () => {
    expect(outcomeOf(topicOf(99, { answer: 99 }))).toBe('notApplicable')
    expect(outcomeOf(topicOf(100, { answer: 100 }))).toBe('violated')
  })

  it('names what is too frequent, and the floor', () => {
    const figures = answersOf({ one: topicOf(10_000, { answer: 5_000 }), two: topicOf(10_000, {}), small: topicOf(5, { answer: 5 }) })
    expect(answersSpread(figures, { topics: {} }).figures).toBe(
      '50.0 % of the answers of one ("yes"), 25.0 % allowed; floor: 5.0 % by the best constant ("yes"), 12.5 % by the best of each topic',
    )
  })

  it('rejects no level whose answers are as frequent as they may be: 2,000 datasets, of 100 to 1,000 rows', () => {
    for (let dataset = 0; dataset < 2_000; dataset++) {
      const rows = 100 + ((mix32(dataset + 1) >>> 0) % 900)
      let most = 0
      for (let row = 0; row < rows; row++) if ((mix32(mix32(dataset + 1) + row) >>> 0) % 4 === 0) most += 1
      expect(outcomeOf(topicOf(rows, { answer: most })), `${most} of ${rows}`).toBe('holds')
    }
  })

  it('counts answers and refusals apart, and knows the floor', () => {
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
      constant: { output: 'out of scope', rows: 8, share: 0.4 },
      majorityByTopic: 0.5,
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

describe('difficulty.ordered', () => {
  type Medians = readonly [number, number, number]
  const measured = (medians: Medians, rows = 30): DifficultyFigures['all'] => {
    const [easy, medium, hard] = medians.map(median => ({ rows, lowerQuartile: median, median, upperQuartile: median })) as never[]
    return { easy, medium, hard } as unknown as DifficultyFigures['all']
  }
  const outcomeOf = (all: Medians, topics: readonly (readonly [Medians, number?])[]): string =>
    difficultyOrdered({
      all: measured(all),
      topics: Object.fromEntries(topics.map(([medians, rows], index) => [`t${index}`, measured(medians, rows)])),
    }).outcome

  it('asks for medians that rise, over all rows and in each topic', () => {
    expect(outcomeOf([1, 2, 3], [[[1, 2, 3]], [[-5, 0, 5]]])).toBe('holds')
    expect(outcomeOf([1, 2, 3], [[[1, 2, 3]], [[1, 1, 2]]])).toBe('violated')
    expect(outcomeOf([1, 2, 3], [[[1, 2, 2]]])).toBe('violated')
    expect(outcomeOf([1, 1, 3], [[[1, 2, 3]]])).toBe('violated')
  })

  it('leaves out topics with fewer than thirty rows of a difficulty', () => {
    expect(outcomeOf([1, 2, 3], [[[1, 2, 3]], [[3, 2, 1], 29]])).toBe('holds')
    expect(outcomeOf([1, 2, 3], [[[3, 2, 1], 29]])).toBe('notApplicable')
  })

  it('names the topics and medians that are wrong', () => {
    const figures = {
      all: measured([1, 2, 3]),
      topics: { one: measured([1, 2, 3]), two: measured([4, 4, 9]), few: measured([1, 1, 1], 3) },
    }
    expect(difficultyOrdered(figures).figures).toBe(
      'medians that do not rise: two 4, 4, 9; 2 of 3 topics with 30 measured rows of each difficulty',
    )
  })

  it('leaves out rows that nobody measured', () => {
    const tally = new DifficultyTally(['one'])
    for (const value of [5, -1, 7, 9]) {
      tally.add({ difficulty: 'easy', metadata: { topic: 'one', measured_difficulty: value } } as unknown as Sample)
    }
    const easy = { rows: 3, lowerQuartile: 5, median: 7, upperQuartile: 9 }
    expect(tally.figures()).toMatchObject({ all: { easy }, topics: { one: { easy, hard: { rows: 0, median: 0 } } } })
  })
})

describe('a report', () => {
  it('has the same figures in whatever order the rows come', () => {
    const level: LevelSpec<never, number> = sums as never
    const rows = placedRows(sums, 3, 500)
    expect(reportOn(level, [...rows].reverse()).figures).toEqual(reportOn(level, rows).figures)
  })
})
