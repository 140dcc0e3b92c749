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

/** Kin of up to `most` rows; each has a key of its own, as hashes nearly always do. */
const kinOf = (most: number): fc.Arbitrary<RowGroup[]> =>
  fc
    .uniqueArray(
      fc.record({
        stratum: fc.constantFrom('valid.a', 'valid.b', 'edge_case.a', 'adversarial.a', 'adversarial.b'),
        key: fc.integer(),
        rows: fc.integer({ min: 1, max: most }),
        trapped: fc.boolean(),
      }),
      { selector: ({ key }) => key, maxLength: 200, size: 'max' },
    )
    .map(kin => kin.map(({ trapped, ...one }) => ({ ...one, traps: trapped ? Math.ceil(one.rows / 2) : 0 })))

/** How many rows, of some kind, each split holds: of kin that are held out, those that are no traps stand in `test`. */
function rowsBySplit(kin: readonly RowGroup[], dealt: Uint8Array): Readonly<Record<string, number>> {
  const rows: Record<string, number> = { train: 0, val: 0, test: 0, adversarial: 0 }
  for (const [index, { rows: all, traps }] of kin.entries()) {
    const split = SPLITS[dealt[index] as number] as string
    rows[split] = (rows[split] as number) + (split === 'adversarial' ? traps : all)
    if (split === 'adversarial') rows.test = (rows.test as number) + all - traps
  }
  return rows
}

describe('dealSplits', () => {
  it('holds out a fifth of the traps, within one group, and only groups with a trap', () => {
    fc.assert(
      fc.property(kinOf(6), SHARES, (kin, shares) => {
        const dealt = assignSplits(kin, shares)
        const held = kin.filter((_, index) => SPLITS[dealt[index] as number] === 'adversarial')
        const [traps, heldTraps] = [kin, held].map(some => some.reduce((sum, one) => sum + one.traps, 0)) as [number, number]
        expect(held.every(one => one.traps > 0)).toBe(true)
        expect(Math.abs(heldTraps - traps / 5)).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('gives each split its share within one group if no group has a trap', () => {
    fc.assert(
      fc.property(kinOf(6), SHARES, (kin, shares) => {
        const free = kin.map(one => ({ ...one, traps: 0 }))
        const [dealt, all] = [rowsBySplit(free, assignSplits(free, shares)), free.reduce((sum, { rows }) => sum + rows, 0)]
        for (const split of ['train', 'val', 'test'] as const) {
          expect(Math.abs((dealt[split] as number) - shares[split] * all), split).toBeLessThanOrEqual(6)
          if (shares[split] === 0) expect(dealt[split], split).toBe(0)
        }
        expect(dealt.adversarial).toBe(0)
      }),
    )
  })

  it('gives each split its share of every stratum', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const strata = ['a', 'b', 'c', 'd']
        const kin = Array.from({ length: 4_000 }, (_, index) => {
          return { stratum: strata[index % 4] as string, key: Math.imul(index + 1, 0x9e3779b1) ^ seed, rows: 1, traps: 0 }
        })
        const dealt = assignSplits(kin, { train: 0.8, val: 0.1, test: 0.1 })
        for (const stratum of strata) {
          const own = [...dealt].filter((_, index) => kin[index]?.stratum === stratum)
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
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 50 }), (free, trapped) => {
        const kin = Array.from({ length: free + trapped }, (_, index) => {
          const isTrap = index < trapped
          return { stratum: isTrap ? 'adversarial' : 'valid', key: index, rows: isTrap ? 2 : 1, traps: isTrap ? 1 : 0 }
        })
        fc.pre(free > 4 * trapped)
        const rows = rowsBySplit(kin, assignSplits(kin, { train: 0.8, val: 0.1, test: 0.1 }))
        const shared = free + 2 * trapped - (rows.adversarial as number)
        for (const [split, share] of Object.entries({ train: 0.8, val: 0.1, test: 0.1 })) {
          expect(Math.abs((rows[split] as number) - share * shared), split).toBeLessThanOrEqual(4)
        }
      }),
    )
  })

  it('is independent of the order of the groups', () => {
    const shuffled = kinOf(4).chain(kin => fc.tuple(fc.constant(kin), fc.shuffledSubarray(kin, { minLength: kin.length })))
    fc.assert(
      fc.property(shuffled, SHARES, ([kin, other], shares) => {
        const [one, two] = [assignSplits(kin, shares), assignSplits(other, shares)]
        const byKey = new Map(other.map(({ key }, index) => [key, two[index]]))
        expect(kin.map(({ key }) => byKey.get(key))).toEqual([...one])
      }),
    )
  })
})
