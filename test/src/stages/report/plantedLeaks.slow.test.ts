import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SplitSample } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { DATASET_CHECKS } from '../../../../src/model/report'
import { PLANTED_LEAKS } from './support/plantedLeaks'
import { buildSplitSamples, violatedBy } from './support/reportOn'

const COUNT = 5_000
const built = new Map<string, readonly SplitSample[]>()

/** Returns the rows of a level, built once: dataset settings of a spec change none of them. */
function rowsOf(level: typeof sums): readonly SplitSample[] {
  const rows = built.get(level.name) ?? buildSplitSamples(level, 42, COUNT)
  built.set(level.name, rows)
  return rows
}

describe('a planted fault of a dataset', () => {
  it.each(PLANTED_LEAKS)('is rejected: $name, $rate ($law)', ({ rate, law, level, plant }) => {
    const rows = rowsOf(level)
    expect(violatedBy(level, rows)).toEqual([])
    expect(violatedBy(level, plant(rows, rate))).toContain(law)
  })

  it('exists for every check', () => {
    // Shortcuts are planted into separate texts, in the tests of their check.
    const elsewhere = 'adversarial.noShortcut'
    expect(new Set([...PLANTED_LEAKS.map(({ law }) => law), elsewhere])).toEqual(new Set(DATASET_CHECKS))
  })

  it('is in the table of docs/checks.md', () => {
    const page = readFileSync(fileURLToPath(new URL('../../../../docs/checks.md', import.meta.url)), 'utf8')
    for (const { name, rate, law } of PLANTED_LEAKS) {
      expect(page).toContain(`| ${name} | ${Number((100 * rate).toFixed(3))} % | \`${law}\` |`)
    }
  })
})

describe('a dataset without a fault', () => {
  it.each([1, 11, 21, 31, 41])('is never rejected: ten seeds from %i', first => {
    for (let seed = first; seed < first + 10; seed++) {
      // Two short sums with a zero may be nearly equal by chance.
      expect(violatedBy({ ...sums, maxNearDuplicates: 1 }, buildSplitSamples(sums, seed, 590 + seed)), `seed ${seed}`).toEqual([])
    }
  })
})
