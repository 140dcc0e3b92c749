import type { GradeReport, Score } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { renderGrade } from '../../../../src/reporters/text/renderGrade'

const score = (right: number, rows: number): Score => ({ right, rows, share: right / rows, low: 0.0625, high: 0.9994 })
const NOTHING: Score = { right: 0, rows: 0, share: 0, low: 0, high: 1 }

const report: GradeReport = {
  grades: { right: 3, wrong: 1, refused: 2, hedged: 0 },
  accuracy: score(3, 6),
  answerable: score(1, 3),
  traps: score(2, 3),
  pairs: score(1, 2),
  unpaired: 1,
  byTopic: { plain: score(3, 6) },
  byDifficulty: { easy: score(3, 6) },
  byCategory: { valid: score(1, 3), adversarial: score(2, 3) },
  byAdversarialType: { malformed: score(2, 3) },
}

describe('renderGrade', () => {
  it('prints the scores in total and by kind with their intervals, and the grades', () => {
    expect(renderGrade(report)).toBe(`accuracy: 50.0 % (95 % CI 6.3–99.9; 3/6)
answerable rows: 33.3 % (95 % CI 6.3–99.9; 1/3)
traps: 66.7 % (95 % CI 6.3–99.9; 2/3)
pairs (trap and twin): 50.0 % (95 % CI 6.3–99.9; 1/2); 1 trap without twin
  by topic:
    plain: 50.0 % (95 % CI 6.3–99.9; 3/6)
  by difficulty:
    easy: 50.0 % (95 % CI 6.3–99.9; 3/6)
  by category:
    valid: 33.3 % (95 % CI 6.3–99.9; 1/3)
    adversarial: 66.7 % (95 % CI 6.3–99.9; 2/3)
  by adversarial type:
    malformed: 66.7 % (95 % CI 6.3–99.9; 2/3)
  grades: 3 right, 1 wrong, 2 refused, 0 hedged`)
  })

  it('prints no share of zero rows, and omits empty sections', () => {
    expect(renderGrade({ ...report, unpaired: 2 })).toContain('1/2); 2 traps without twin\n')
    const text = renderGrade({ ...report, traps: NOTHING, pairs: NOTHING, unpaired: 0, byAdversarialType: {} })
    expect(text).toContain('\ntraps: no rows\npairs (trap and twin): no rows\n')
    expect(text).not.toContain('by type')
  })
})
