import { either as E } from 'fp-ts'
import { assertLevel, type SplitSample, type Sample, type Seed, SPLITS } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { sideOf } from '../../../../src/model/vocabulary'
import { HELD_OUT_FOR_OTHER_SIDE } from '../../../../src/stages/dedupe/heldOutForms'
import { UnplannedSplits } from '../../../../src/stages/split/unplannedSplits'
import { buildOrFail, expectBuildError } from '../../../support/buildOrFail'
import { formByTotal, heldSums } from '../../../support/heldSums'
import { planOrFail } from '../../../support/planOrFail'
import { smallSums } from '../../../support/smallSums'

type Level = typeof sums

const rowsWithSplits = (level: Level, seed: Seed, count: number): readonly SplitSample[] => {
  const { splits } = buildOrFail(level, seed, { count })
  return SPLITS.flatMap(split => splits[split].map(sample => ({ sample, split })))
}

/** Returns the sides on which each form occurs, from the texts of the rows alone. */
function sidesOf(rows: readonly SplitSample[], level: Level = heldSums): ReadonlyMap<string, ReadonlySet<string>> {
  const sides = new Map<string, Set<string>>()
  for (const { sample, split } of rows) {
    const question = level.question.parse(sample.input)
    if (E.isLeft(question)) continue
    const form = level.holdoutForm?.(question.right) ?? 'none'
    sides.set(form, (sides.get(form) ?? new Set()).add(sideOf(split)))
  }
  return sides
}

const twoSided = (rows: readonly SplitSample[]): number => [...sidesOf(rows).values()].filter(sides => sides.size > 1).length

describe('a held-out form', () => {
  it('stays on one side, also in traps; without the option, forms occur on several sides', () => {
    const rows = rowsWithSplits(heldSums, 42, 600)
    expect(new Set([...sidesOf(rows).values()].flatMap(sides => [...sides]))).toEqual(new Set(['train', 'val', 'evaluation']))
    expect(sidesOf(rows).size).toBeGreaterThan(30)
    expect(twoSided(rows)).toBe(0)
    const { holdoutForm, ...unheld } = heldSums
    expect(twoSided(rowsWithSplits(unheld, 42, 600))).toBeGreaterThan(20)
  })

  it('leaves every quota as planned', () => {
    const { samples, splits, report } = buildOrFail(heldSums, 42, { count: 600 })
    const { cells } = planOrFail(heldSums, 600)
    const cellOf = ({ category, difficulty, metadata }: Sample) =>
      [category, metadata.topic, category === 'edge_case' ? metadata.edge : metadata.adversarial_type, difficulty].join('.')
    for (const { cell, rows } of cells) {
      const name = cell.category === 'valid' ? `valid.${cell.topic}.none.${cell.difficulty}` : cell.name
      expect(
        samples.filter(sample => cellOf(sample) === name),
        name,
      ).toHaveLength(rows)
    }
    const plain = buildOrFail(sums, 42, { count: 600 }).splits
    for (const split of SPLITS) expect(splits[split], split).toHaveLength(plain[split].length)
    expect(report.discards[HELD_OUT_FOR_OTHER_SIDE]).toBeGreaterThan(500)
  })

  it('has the same side under every seed, and may have another side in another version', () => {
    const [one, other] = [sidesOf(rowsWithSplits(heldSums, 1, 500)), sidesOf(rowsWithSplits(heldSums, 2, 500))]
    for (const [form, sides] of one) expect(other.get(form) ?? sides, form).toEqual(sides)
    const later = sidesOf(rowsWithSplits({ ...heldSums, version: '2.0.1' }, 1, 500))
    expect([...one].some(([form, sides]) => !sides.has([...(later.get(form) ?? sides)][0] as string))).toBe(true)
  })

  it('is on each side as often as the shares of the splits state', () => {
    const level: Level = { ...sums, holdoutForm: formByTotal(1_000_000) }
    const rows = rowsWithSplits(level, 7, 3_000)
    const counts = { train: 0, val: 0, evaluation: 0 }
    for (const sides of sidesOf(rows, level).values()) {
      for (const side of sides) counts[side as 'train'] += 1
    }
    const all = counts.train + counts.val + counts.evaluation
    expect(counts.train / all).toBeCloseTo(0.8, 1)
    expect(counts.val / all).toBeCloseTo(0.1, 1)
  })

  it('causes an error if a split has too few forms', () => {
    const { problems } = expectBuildError({ ...heldSums, holdoutForm: () => 'the only form' }, 42, { count: 300, maxAttempts: 200 })
    expect(problems).toMatchObject([
      {
        _tag: 'CellExhausted',
        hint: expect.stringMatching(/holdoutForm distinguish more forms: this cell has too few for (train|val|test|adversarial)(;|$)/),
      },
    ])
  })

  it('causes an error with the token of the draw if it cannot be determined', () => {
    const holdoutForm = (): never => {
      throw new Error('no form')
    }
    expect(expectBuildError({ ...heldSums, holdoutForm }, 42, { count: 100 }).problems).toMatchObject([
      { _tag: 'CodeThrew', received: 'holdoutForm threw: no form' },
    ])
    expect(() => assertLevel({ ...heldSums, holdoutForm, oracle: sums.oracle }, { runs: 10 })).toThrow('no form')
  })

  it('keeps rows of any origin on one side', () => {
    const rows = [...buildOrFail(smallSums, 1, { count: 200 }).samples, ...buildOrFail(smallSums, 2, { count: 200 }).samples]
    const level: Level = { ...heldSums, holdoutForm: formByTotal(60) }
    const free = new UnplannedSplits(level, 42)
    for (const row of rows) free.add(row)
    const splitOf = free.assign({ train: 0.8, val: 0.1, test: 0.1 })
    const assigned = rows.map((sample, index) => ({ sample, split: splitOf(index, sample.category === 'adversarial') }))
    expect(new Set(assigned.map(({ split }) => split)).size).toBeGreaterThan(2)
    for (const [form, sides] of sidesOf(assigned, level)) expect(sides.size, form).toBe(1)
  })
})
