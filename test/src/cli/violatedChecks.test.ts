import { describe, expect, it } from 'vitest'
import type { DatasetCheck, Report } from 'genesis-datasets'
import { violatedChecks } from '../../../src/cli/violatedChecks'

const CHECKS: readonly DatasetCheck[] = [
  { name: 'dataset.balanced', outcome: 'violated', figures: 'one row' },
  { name: 'dataset.distinct', outcome: 'notApplicable', figures: 'none' },
  { name: 'splits.disjoint', outcome: 'violated', figures: 'two inputs' },
  { name: 'answers.spread', outcome: 'holds', figures: 'none' },
]
const of = (checks: readonly DatasetCheck[]): string | undefined => violatedChecks({ checks } as Report)

describe('violatedChecks', () => {
  it('gives a hint for each violated check, then their names and the exit status', () => {
    expect(of(CHECKS)?.split('\n')).toEqual([
      'dataset.balanced: see docs/checks.md',
      'splits.disjoint: make canonicalForm equal for equivalent questions, or raise maxNearDuplicates',
      '2 checks violated: dataset.balanced, splits.disjoint (exit 1)',
    ])
    expect(of(CHECKS.slice(0, 2))).toMatch(/\n1 check violated: dataset\.balanced \(exit 1\)$/)
  })

  it('returns nothing if no check is violated', () => {
    expect(of(CHECKS.slice(3))).toBeUndefined()
    expect(of([])).toBeUndefined()
  })
})
