import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { splitQuotas } from '../../../../src/stages/plan/splitQuotas'

const KEPT = ['train', 'val', 'test'] as const

describe('splitQuotas', () => {
  // 150 traps: 30 held out. 970 rows are kept: 776, 97, 97. 120 traps: 96, 12, 12; all held-out twins are in test.
  it('divides 1,000 rows as computed by hand', () => {
    expect(splitQuotas({ valid: 650, edge_case: 200, adversarial: 150 })).toEqual({
      pairs: { train: 96, val: 12, test: 12, adversarial: 30 },
      edges: { train: 160, val: 20, test: 20 },
      lone: { train: 776 - 2 * 96 - 160, val: 97 - 2 * 12 - 20, test: 97 - 2 * 12 - 30 - 20 },
    })
  })

  // 200 traps: 40 held out, 160 kept: 128, 16, 16. Test has 96 rows: 16 traps, 16 + 40 twins, and room for 24 edges of 50.
  it('gives edge cases to the other splits if the twins of held-out traps take the room', () => {
    expect(splitQuotas({ valid: 300, edge_case: 500, adversarial: 200 })).toEqual({
      pairs: { train: 128, val: 16, test: 16, adversarial: 40 },
      edges: { train: 400 + 26, val: 50, test: 24 },
      lone: { train: 768 - 2 * 128 - 426, val: 96 - 2 * 16 - 50, test: 0 },
    })
  })

  // An eighth of 400 rows is 50 traps: 10 held out, 390 kept: 312, 39, 39. 40 traps: 32, 4, 4; 3.9 is a tenth of 39.
  it('holds a tenth of traps in each split if traps are as few as allowed', () => {
    expect(splitQuotas({ valid: 300, edge_case: 50, adversarial: 50 })?.pairs).toEqual({ train: 32, val: 4, test: 4, adversarial: 10 })
  })

  it('returns undefined if a split cannot hold a tenth of traps, or would hold more than a fifth', () => {
    expect(splitQuotas({ valid: 900, edge_case: 0, adversarial: 100 })).toBeUndefined()
    expect(splitQuotas({ valid: 700, edge_case: 0, adversarial: 300 })).toBeUndefined()
  })

  it('requires no share of traps below 250 rows, and one from 250 on', () => {
    expect(splitQuotas({ valid: 239, edge_case: 0, adversarial: 10 })).toBeDefined()
    expect(splitQuotas({ valid: 240, edge_case: 0, adversarial: 10 })).toBeUndefined()
  })

  it('divides small counts without losing a row', () => {
    expect(splitQuotas({ valid: 1, edge_case: 0, adversarial: 0 })).toEqual({
      pairs: { train: 0, val: 0, test: 0, adversarial: 0 },
      edges: { train: 0, val: 0, test: 0 },
      lone: { train: 1, val: 0, test: 0 },
    })
    expect(splitQuotas({ valid: 1, edge_case: 0, adversarial: 1 })).toEqual({
      pairs: { train: 1, val: 0, test: 0, adversarial: 0 },
      edges: { train: 0, val: 0, test: 0 },
      lone: { train: 0, val: 0, test: 0 },
    })
  })

  it('adds up to the input, without negative parts, and with the held-out traps within one of a fifth', () => {
    const counts = fc
      .record({ traps: fc.nat(400), more: fc.nat(2_000), edge_case: fc.nat(800) })
      .map(({ traps, more, edge_case }) => ({ valid: traps + more, edge_case, adversarial: traps }))
    fc.assert(
      fc.property(counts, asked => {
        const quotas = splitQuotas(asked)
        fc.pre(quotas !== undefined)
        const { pairs, lone, edges } = quotas as NonNullable<typeof quotas>
        for (const part of [...Object.values(pairs), ...Object.values(lone), ...Object.values(edges)])
          expect(part).toBeGreaterThanOrEqual(0)
        const sum = (quota: Readonly<Record<string, number>>) => Object.values(quota).reduce((all, part) => all + part, 0)
        expect([sum(pairs), sum(edges), sum(lone)]).toEqual([asked.adversarial, asked.edge_case, asked.valid - asked.adversarial])
        expect(Math.abs(pairs.adversarial - asked.adversarial / 5)).toBeLessThan(1 + 1e-6)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('keeps each split within two rows of its share if there is room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 250, max: 4_000 }), count => {
        const adversarial = Math.round(count * 0.15)
        const edge_case = Math.round(count * 0.2)
        const quotas = splitQuotas({ valid: count - adversarial - edge_case, edge_case, adversarial })
        const { pairs, lone, edges } = quotas as NonNullable<typeof quotas>
        const kept = count - pairs.adversarial
        for (const split of KEPT) {
          const rows = 2 * pairs[split] + lone[split] + edges[split] + (split === 'test' ? pairs.adversarial : 0)
          expect(Math.abs(rows - kept * { train: 0.8, val: 0.1, test: 0.1 }[split])).toBeLessThan(1)
        }
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  type Counts = Parameters<typeof splitQuotas>[0]
  const sizeIn = (quotas: NonNullable<ReturnType<typeof splitQuotas>>, split: (typeof KEPT)[number]): number =>
    2 * quotas.pairs[split] + quotas.lone[split] + quotas.edges[split] + (split === 'test' ? quotas.pairs.adversarial : 0)
  const furthest = (kept: number, val: number, test: number): number =>
    Math.max(Math.abs(kept - val - test - kept * 0.8), Math.abs(val - kept * 0.1), Math.abs(test - kept * 0.1))

  /** Returns how near the sizes of splits can be to their shares, by trying all sizes that hold all traps. */
  function nearestSizes({ valid, edge_case, adversarial }: Counts, heldOut: number): number {
    const kept = valid + edge_case + adversarial - heldOut
    const traps = adversarial - heldOut
    const holds = (part: number, size: number): boolean => part >= 0.1 * size && part <= 0.2 * size
    let nearest = Number.POSITIVE_INFINITY
    const about = Math.floor(kept * 0.1)
    for (let val = about - 1; val <= about + 2; val++) {
      for (let test = about - 1; test <= about + 2; test++) {
        if (Math.abs(val - kept * 0.1) >= 2 || Math.abs(test - kept * 0.1) >= 2) continue
        for (let inVal = 0; inVal <= val / 5; inVal++) {
          for (let inTest = 0; inTest <= test / 5; inTest++) {
            const fits = holds(inVal, val) && holds(inTest, test) && holds(traps - inVal - inTest, kept - val - test)
            if (fits && Math.abs(inVal - traps / 10) < 1 && Math.abs(inTest - traps / 10) < 1)
              nearest = Math.min(nearest, furthest(kept, val, test))
          }
        }
      }
    }
    return nearest
  }

  const shares = [0.125, 0.13, 0.15, 0.17, 0.2]
  const countsOf = (count: number, adversarial: number): Counts => {
    const edge_case = Math.round(count / 10)
    return { valid: count - edge_case - adversarial, edge_case, adversarial }
  }

  it.each(shares)('exists at every count from 250 to 500 if %d of the rows are traps, rounded either way', share => {
    for (let count = 250; count <= 500; count++) {
      const possible = [Math.floor(count * share), Math.ceil(count * share)].map(traps => splitQuotas(countsOf(count, traps)))
      expect(
        possible.some(quotas => quotas !== undefined),
        `${count} rows`,
      ).toBe(true)
    }
  })

  it.each(shares)('stays in bounds and as near to the shares as possible if %d of the rows are traps', share => {
    for (let count = 250; count <= 500; count++) {
      const counts = countsOf(count, Math.round(count * share))
      const quotas = splitQuotas(counts)
      if (quotas === undefined) continue
      for (const split of KEPT) {
        const part = quotas.pairs[split] / sizeIn(quotas, split)
        expect(part >= 0.1 && part <= 0.2, `${split} of ${count} rows`).toBe(true)
      }
      const kept = count - quotas.pairs.adversarial
      const off = furthest(kept, sizeIn(quotas, 'val'), sizeIn(quotas, 'test'))
      expect(off, `${count} rows`).toBeLessThanOrEqual(Math.max(0.9, nearestSizes(counts, quotas.pairs.adversarial)) + 1e-9)
    }
  })
})
