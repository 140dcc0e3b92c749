import { buildDataset, type Dataset, fc, type LevelSpec, type Sample } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { drawAddress } from '../../../../src/stages/draw/token'
import { plan } from '../../../../src/stages/plan/plan'
import { UnplannedSplits } from '../../../../src/stages/split/unplannedSplits'
import { RowGroups } from '../../../../src/stages/split/rowGroups'
import { unitSplits } from '../../../../src/stages/split/plannedSplits'
import { canonicalGroup } from '../../../../src/verify/canonicalGroup'
import { smallSums } from '../../../support/smallSums'
import { expectRight } from '../../io/support/stepCalls'

const DEFAULT = { train: 0.8, val: 0.1, test: 0.1 }
const known = new Map<string, Dataset>()

/** Builds a dataset in memory, once. */
function dataset(level: typeof sums, seed: number, count: number): Dataset {
  const key = `${level.name} ${seed} ${count}`
  const built = known.get(key) ?? expectRight(buildDataset(level, seed, { count }))
  known.set(key, built)
  return built
}

/** Returns the side of each row: `test` and `adversarial` are one. */
function sidesOf(rows: readonly Sample[], shares = DEFAULT, seed = 42): readonly string[] {
  const free = new UnplannedSplits(sums, seed)
  for (const row of rows) free.add(row)
  const splitOf = free.assign(shares)
  return rows.map((row, index) => splitOf(index, row.category === 'adversarial')).map(split => (split === 'adversarial' ? 'test' : split))
}

const KINDS = ['whole', 'foreign', 'whole', 'regrouped'] as const

/** Rows of several builds, so that forms repeat; some without a token, some with another group. */
const ROWS = fc.tuple(fc.constantFrom(1, 2), fc.integer({ min: 2, max: 120 }), fc.nat()).map(([seed, count, mix]) => {
  const [one, other] = [dataset(smallSums, seed, 130).samples, dataset(smallSums, 3, 130).samples]
  return [...one.slice(0, count), ...other.slice(0, count)].map((row, index): Sample => {
    const kind = KINDS[Math.imul(index + 1, 2 * mix + 1) >>> 30]
    if (kind === 'foreign') return { ...row, metadata: { ...row.metadata, token: '' } }
    return kind === 'regrouped' ? { ...row, metadata: { ...row.metadata, group: '0123456789abcdef' } } : row
  })
})

/** Returns the marks that put two rows into one group: the group of a trap is its twin's form. */
function marksOf({ input, metadata: { group, token } }: Sample): readonly string[] {
  const question = sums.question.parse(input)
  const form = question._tag === 'Right' ? sums.canonicalForm(question.right) : input
  return [canonicalGroup(form), group, ...(token === '' ? [] : [drawAddress(token)])]
}

describe('a row without a plan', () => {
  it('is on the side of all rows of the same form, draw or group', () => {
    fc.assert(
      fc.property(ROWS, rows => {
        const sides = new Map<string, string>()
        for (const [index, side] of sidesOf(rows).entries()) {
          for (const mark of marksOf(rows[index] as Sample)) {
            expect(sides.get(mark) ?? side, mark).toBe(side)
            sides.set(mark, side)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('has the same side in any order of the rows', () => {
    const shuffled = ROWS.chain(rows => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })))
    fc.assert(
      fc.property(shuffled, ([rows, order]) => {
        const sides = sidesOf(rows)
        const others = sidesOf(order.map(index => rows[index] as Sample))
        expect(order.map(index => sides[index])).toEqual(others)
      }),
      { numRuns: 40 },
    )
  })

  it('belongs to exactly the group that chains of shared marks form', () => {
    fc.assert(
      fc.property(ROWS, rows => {
        const groups = new RowGroups(sums)
        for (const row of rows) groups.add(row)
        expect(rows.map((_, index) => groups.firstOf(index))).toEqual(firstsOf(rows))
      }),
      { numRuns: 25 },
    )
  })

  it('may change its side with another seed, and keeps it with the same seed', () => {
    const rows = dataset(sums, 42, 250).samples
    expect(sidesOf(rows, DEFAULT, 1)).toEqual(sidesOf(rows, DEFAULT, 1))
    expect(sidesOf(rows, DEFAULT, 1)).not.toEqual(sidesOf(rows, DEFAULT, 2))
  })

  it.each([
    { train: 1, val: 0, test: 0 },
    { train: 0.5, val: 0.25, test: 0.25 },
    { train: 0, val: 0, test: 1 },
  ])('is assigned by other shares: %o', shares => {
    const rows = dataset(sums, 42, 600).samples
    const free = new UnplannedSplits(sums, 42)
    for (const row of rows) free.add(row)
    const splitOf = free.assign(shares)
    const splits = rows.map((row, index) => splitOf(index, row.category === 'adversarial'))
    const traps = rows.filter(({ category }) => category === 'adversarial').length
    const counted = (split: string): number => splits.filter(one => one === split).length
    expect(Math.abs(counted('adversarial') - traps / 5)).toBeLessThanOrEqual(1)
    // The twins of the held-out traps are in `test`, whatever its share.
    const shared = rows.length - counted('adversarial')
    expect(Math.abs(counted('test') - Math.max(counted('adversarial'), shares.test * shared))).toBeLessThanOrEqual(2)
    for (const split of ['train', 'val'] as const) {
      expect(Math.abs(counted(split) - shares[split] * shared)).toBeLessThanOrEqual(counted('adversarial') + 2)
      if (shares[split] === 0) expect(counted(split)).toBe(0)
    }
  })
})

/** Returns, for each row, the first row of its group, by repeated search. */
function firstsOf(rows: readonly Sample[]): readonly number[] {
  const marks = rows.map(marksOf)
  const firsts = [...rows.keys()]
  for (let changed = true; changed; ) {
    changed = false
    const least = new Map<string, number>()
    for (const [index, own] of marks.entries())
      for (const mark of own) least.set(mark, Math.min(least.get(mark) ?? index, firsts[index] as number))
    for (const [index, own] of marks.entries()) {
      const first = Math.min(...own.map(mark => least.get(mark) as number))
      if (first < (firsts[index] as number)) {
        firsts[index] = first
        changed = true
      }
    }
  }
  return firsts
}

describe('unitSplits', () => {
  it.each([
    ['sums', sums, 42, 250],
    ['sums', sums, 7, 1],
    ['sums', sums, 7, 37],
    ['sums', sums, 0, 1_000],
    ['small sums', smallSums, 42, 300],
  ] as const)('agrees with the build for every row: %s', (_, level, seed, count) => {
    const built = dataset(level, seed, count)
    const planned = expectRight(plan(level, count))
    const splitOf = unitSplits(level, seed, planned)
    for (const [split, rows] of Object.entries(built.splits)) {
      expect(new Set(rows.map(splitOf)), split).toEqual(new Set(rows.length > 0 ? [split] : []))
    }
    const others: readonly LevelSpec<never, never>[] = [{ ...level, version: '9.9.9' } as never, { ...level, name: 'others' } as never]
    for (const other of others) expect(built.samples.map(unitSplits(other, seed, planned)).every(split => split === undefined)).toBe(true)
    expect(built.samples.map(unitSplits(level, seed + 1, planned)).every(split => split === undefined)).toBe(true)
  })

  it('returns nothing for a row that the plan does not contain', () => {
    const rows = dataset(sums, 42, 250).samples
    const [row] = rows as [Sample]
    const splitOf = unitSplits(sums, 42, expectRight(plan(sums, 250)))
    const withToken = (token: string): Sample => ({ ...row, metadata: { ...row.metadata, token } })
    const parts = row.metadata.token.split('~')
    expect(splitOf(row)).toBeDefined()
    const ofCell = rows.map(({ metadata }) => metadata.token.split('~')).filter(([, , , , cell]) => cell === parts[4])
    const forged = [
      ['k', parts.with(5, '999999')],
      ['the next k', parts.with(5, String(1 + Math.max(...ofCell.map(([, , , , , k]) => Number(k)))))],
      ['cell', parts.with(4, 'valid.plain.never')],
      ['bias', parts.with(7, 'b')],
      ['path', parts.with(8, '0.1')],
      ['stamp', parts.with(0, 'g1-0.0.0')],
    ] as const
    for (const [what, token] of forged) expect(splitOf(withToken(token.join('~'))), what).toBeUndefined()
    for (const token of ['', 'no token']) expect(splitOf(withToken(token))).toBeUndefined()
  })
})
