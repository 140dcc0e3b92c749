import type { Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import type { DifficultyFigures } from '../../../../../src/model/figures'
import { difficultyOrdered } from '../../../../../src/stages/report/difficulty/difficultyOrdered'
import { DifficultyTally } from '../../../../../src/stages/report/difficulty/difficultyTally'

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

  it('requires increasing medians over all rows and in each topic', () => {
    expect(outcomeOf([1, 2, 3], [[[1, 2, 3]], [[-5, 0, 5]]])).toBe('holds')
    expect(outcomeOf([1, 2, 3], [[[1, 2, 3]], [[1, 1, 2]]])).toBe('violated')
    expect(outcomeOf([1, 2, 3], [[[1, 2, 2]]])).toBe('violated')
    expect(outcomeOf([1, 1, 3], [[[1, 2, 3]]])).toBe('violated')
  })

  it('leaves out topics with fewer than thirty rows of a difficulty', () => {
    expect(outcomeOf([1, 2, 3], [[[1, 2, 3]], [[3, 2, 1], 29]])).toBe('holds')
    expect(outcomeOf([1, 2, 3], [[[3, 2, 1], 29]])).toBe('notApplicable')
  })

  it('names the topics and medians that violate it', () => {
    const figures = {
      all: measured([1, 2, 3]),
      topics: { one: measured([1, 2, 3]), two: measured([4, 4, 9]), few: measured([1, 1, 1], 3) },
    }
    expect(difficultyOrdered(figures).figures).toBe(
      'medians that do not rise: two 4, 4, 9; 2 of 3 topics with 30 measured rows of each difficulty',
    )
  })

  it('leaves out rows without a measurement', () => {
    const tally = new DifficultyTally(['one'])
    for (const value of [5, -1, 7, 9]) {
      tally.add({ difficulty: 'easy', metadata: { topic: 'one', measured_difficulty: value } } as unknown as Sample)
    }
    const easy = { rows: 3, lowerQuartile: 5, median: 7, upperQuartile: 9 }
    expect(tally.figures()).toMatchObject({ all: { easy }, topics: { one: { easy, hard: { rows: 0, median: 0 } } } })
  })
})
