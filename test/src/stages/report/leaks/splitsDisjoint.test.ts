import type { SplitSample } from 'genesis-datasets'
import { sums } from '../../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { heldSums } from '../../../../support/heldSums'
import { PLANTED_LEAKS } from '../support/plantedLeaks'
import { buildSplitSamples, reportOn } from '../support/reportOn'

const checkOf = (level: typeof sums, rows: readonly SplitSample[], name: string) =>
  reportOn(level, rows).checks.find(check => check.name === name)

describe('splits.disjoint', () => {
  const rows = buildSplitSamples(sums, 42, 2_000)
  const planted = (name: string) => PLANTED_LEAKS.find(leak => leak.name.startsWith(name)) as (typeof PLANTED_LEAKS)[number]
  const disjoint = (level: typeof sums, list: readonly SplitSample[]) => checkOf(level, list, 'splits.disjoint')

  it('states its figures in one sentence', () => {
    expect(disjoint(sums, rows)).toMatchObject({
      outcome: 'holds',
      figures:
        '0 inputs, 0 canonical forms on two sides; 0 traps on another side than their twin; 0 near-duplicates (Jaccard 0.8 or more) among 2000 rows',
    })
  })

  it('counts planted leaks', () => {
    const leaksOf = (name: string, level = sums, list = rows) => reportOn(level, planted(name).plant(list, 0.005)).figures.leaks
    expect(leaksOf('test rows with the input of a train row')).toMatchObject({ inputs: 10, forms: 10, twins: 0, heldOutForms: 0 })
    expect(leaksOf('test rows that are train rows in another order')).toMatchObject({ inputs: 0, forms: 10, twins: 0, heldOutForms: 0 })
    expect(leaksOf('test rows with the group of a train row')).toMatchObject({ inputs: 0, forms: 10, twins: 0, heldOutForms: 0 })
    expect(leaksOf('traps on another side')).toMatchObject({ inputs: 0, forms: 0, twins: 10, heldOutForms: 0 })
    const held = buildSplitSamples(heldSums, 42, 2_000)
    expect(leaksOf('test rows of a form', heldSums, held).heldOutForms).toBeGreaterThan(1)
    expect(leaksOf('test rows of a form', heldSums, held)).toMatchObject({ inputs: 0, forms: 0, twins: 0 })
    const { holdoutForm, ...unheld } = heldSums
    expect(leaksOf('test rows of a form', unheld, held)).toMatchObject({ heldOutForms: 0 })
  })

  it('only reports near-duplicates, most similar first, unless the level sets a maximum', () => {
    const near = planted('test rows that differ from a train row').plant(rows, 0.0025)
    const { pairs, worst } = reportOn(sums, near).figures.leaks.nearDuplicates
    expect(pairs).toBeGreaterThanOrEqual(5)
    expect(worst[0]?.similarity).toBeGreaterThan(0.9)
    expect(disjoint(sums, near)).toMatchObject({
      outcome: 'holds',
      figures: expect.stringMatching(/, the nearest sums_\d+ and sums_\d+ \(0\.9\d\)$/),
    })
    expect(disjoint({ ...sums, maxNearDuplicates: pairs }, near)?.outcome).toBe('holds')
    expect(disjoint({ ...sums, maxNearDuplicates: pairs - 1 }, near)).toMatchObject({
      outcome: 'violated',
      figures: expect.stringContaining(`${pairs} near-duplicates (Jaccard 0.8 or more) among 2000 rows, ${pairs - 1} allowed`),
    })
  })

  it('is violated if the form of a row cannot be determined', () => {
    const canonicalForm = (): never => {
      throw new Error('no form')
    }
    expect(disjoint({ ...sums, canonicalForm }, rows.slice(0, 300))).toMatchObject({
      outcome: 'violated',
      figures: expect.stringMatching(/\d+ rows whose form could not be computed because the level threw/),
    })
  })
})
