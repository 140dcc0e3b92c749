import type { GradeReport, Score } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { renderGrade } from '../../../../src/reporters/text/renderGrade'

const score = (right: number, rows: number): Score => ({ right, rows, share: right / rows, low: 0.0625, high: 0.9994 })
const NOTHING: Score = { right: 0, rows: 0, share: 0, low: 0, high: 1 }

const report: GradeReport = {
  grades: { right: 3, wrong: 1, refused: 2, hedged: 0 },
  accuracy: score(3, 6),
  answered: score(1, 3),
  refused: score(2, 3),
  pairs: score(1, 2),
  unpaired: 1,
  byTopic: { plain: score(3, 6) },
  byDifficulty: { easy: score(3, 6) },
  byCategory: { valid: score(1, 3), adversarial: score(2, 3) },
  byType: { malformed: score(2, 3) },
}

describe('grades as text', () => {
  it('are the scores in all, then by each kind, each with its interval, and the grades', () => {
    expect(renderGrade(report)).toBe(`accuracy: 50.0 % (3 of 6 right; the true share is from 6.3 % to 99.9 %)
answered, of the rows that have an answer: 33.3 % (1 of 3 right; the true share is from 6.3 % to 99.9 %)
refused, of the traps: 66.7 % (2 of 3 right; the true share is from 6.3 % to 99.9 %)
pairs, of a trap and its twin: 50.0 % (1 of 2 right; the true share is from 6.3 % to 99.9 %); 1 more without the twin
  by topic:
    plain: 50.0 % (3 of 6 right; the true share is from 6.3 % to 99.9 %)
  by difficulty:
    easy: 50.0 % (3 of 6 right; the true share is from 6.3 % to 99.9 %)
  by category:
    valid: 33.3 % (1 of 3 right; the true share is from 6.3 % to 99.9 %)
    adversarial: 66.7 % (2 of 3 right; the true share is from 6.3 % to 99.9 %)
  by type of trap:
    malformed: 66.7 % (2 of 3 right; the true share is from 6.3 % to 99.9 %)
  grades: 3 right, 1 wrong, 2 refused, 0 hedged`)
  })

  it('have no share of no rows, and leave out what there is none of', () => {
    const text = renderGrade({ ...report, refused: NOTHING, pairs: NOTHING, unpaired: 0, byType: {} })
    expect(text).toContain('\nrefused, of the traps: no rows\npairs, of a trap and its twin: no rows\n')
    expect(text).not.toContain('by type')
  })
})
