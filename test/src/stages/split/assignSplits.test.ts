import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { assignSplits, type RowGroup } from '../../../../src/stages/split/assignSplits'
import { SPLITS } from '../../../../src/model/vocabulary'

const SHARES = fc
  .tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }), fc.nat({ max: 20 }))
  .filter(parts => parts.some(part => part > 0))
  .map(([train, val, test]) => ({
    train: train / (train + val + test),
    val: val / (train + val + test),
    test: test / (train + val + test),
  }))

/** Draws groups of up to `most` rows with distinct keys, since hashes are nearly always distinct. */
const groupsOf = (most: number): fc.Arbitrary<RowGroup[]> =>
  fc
    .uniqueArray(
      fc.record({
        stratum: fc.constantFrom('valid.a', 'valid.b', 'edge_case.a', 'adversarial.a', 'adversarial.b'),
        key: fc.integer(),
        rows: fc.integer({ min: 1, max: most }),
        hasTraps: fc.boolean(),
      }),
      { selector: ({ key }) => key, maxLength: 200, size: 'max' },
    )
    .map(groups => groups.map(({ hasTraps, ...one }) => ({ ...one, traps: hasTraps ? Math.ceil(one.rows / 2) : 0 })))

/** Counts the rows of each split; the rows of held-out groups that are not traps are in `test`. */
function rowsBySplit(groups: readonly RowGroup[], splitIndices: Uint8Array): Readonly<Record<string, number>> {
  const rows: Record<string, number> = { train: 0, val: 0, test: 0, adversarial: 0 }
  for (const [index, { rows: all, traps }] of groups.entries()) {
    const split = SPLITS[splitIndices[index] as number] as string
    rows[split] = (rows[split] as number) + (split === 'adversarial' ? traps : all)
    if (split === 'adversarial') rows.test = (rows.test as number) + all - traps
  }
  return rows
}

describe('assignSplits', () => {
  it('holds out a fifth of the traps up to one group, and only groups with a trap', () => {
    fc.assert(
      fc.property(groupsOf(6), SHARES, (groups, shares) => {
        const splitIndices = assignSplits(groups, shares)
        const held = groups.filter((_, index) => SPLITS[splitIndices[index] as number] === 'adversarial')
        const [traps, heldTraps] = [groups, held].map(some => some.reduce((sum, one) => sum + one.traps, 0)) as [number, number]
        expect(held.every(one => one.traps > 0)).toBe(true)
        expect(Math.abs(heldTraps - traps / 5)).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('gives each split its share up to one group if no group has a trap', () => {
    fc.assert(
      fc.property(groupsOf(6), SHARES, (groups, shares) => {
        const free = groups.map(one => ({ ...one, traps: 0 }))
        const [rows, all] = [rowsBySplit(free, assignSplits(free, shares)), free.reduce((sum, one) => sum + one.rows, 0)]
        for (const split of ['train', 'val', 'test'] as const) {
          expect(Math.abs((rows[split] as number) - shares[split] * all), split).toBeLessThanOrEqual(6)
          if (shares[split] === 0) expect(rows[split], split).toBe(0)
        }
        expect(rows.adversarial).toBe(0)
      }),
    )
  })

  it('gives each split its share of every stratum', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const strata = ['a', 'b', 'c', 'd']
        const groups = Array.from({ length: 4_000 }, (_, index) => {
          return { stratum: strata[index % 4] as string, key: Math.imul(index + 1, 0x9e3779b1) ^ seed, rows: 1, traps: 0 }
        })
        const splitIndices = assignSplits(groups, { train: 0.8, val: 0.1, test: 0.1 })
        for (const stratum of strata) {
          const own = [...splitIndices].filter((_, index) => groups[index]?.stratum === stratum)
          for (const [split, share] of [0.8, 0.1, 0.1].entries()) {
            expect(Math.abs(own.filter(one => one === split).length - share * 1_000)).toBeLessThanOrEqual(2)
          }
        }
      }),
      { numRuns: 5 },
    )
  })

  it('gives each split its share of all rows together if traps are few', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 50 }), (free, trapCount) => {
        const groups = Array.from({ length: free + trapCount }, (_, index) => {
          const isTrap = index < trapCount
          return { stratum: isTrap ? 'adversarial' : 'valid', key: index, rows: isTrap ? 2 : 1, traps: isTrap ? 1 : 0 }
        })
        fc.pre(free > 4 * trapCount)
        const rows = rowsBySplit(groups, assignSplits(groups, { train: 0.8, val: 0.1, test: 0.1 }))
        const shared = free + 2 * trapCount - (rows.adversarial as number)
        for (const [split, share] of Object.entries({ train: 0.8, val: 0.1, test: 0.1 })) {
          expect(Math.abs((rows[split] as number) - share * shared), split).toBeLessThanOrEqual(4)
        }
      }),
    )
  })

  it('is independent of the order of the groups', () => {
    const shuffled = groupsOf(4).chain(groups => fc.tuple(fc.constant(groups), fc.shuffledSubarray(groups, { minLength: groups.length })))
    fc.assert(
      fc.property(shuffled, SHARES, ([groups, other], shares) => {
        const [one, two] = [assignSplits(groups, shares), assignSplits(other, shares)]
        const byKey = new Map(other.map(({ key }, index) => [key, two[index]]))
        expect(groups.map(({ key }) => byKey.get(key))).toEqual([...one])
      }),
    )
  })
})
