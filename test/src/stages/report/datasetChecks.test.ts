import { either as E } from 'fp-ts'
import { buildDataset, type SplitSample, type DatasetCheckName, type Sample, SPLITS } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { DATASET_CHECKS } from '../../../../src/model/report'
import { drawAddress } from '../../../../src/stages/draw/token'
import { plan } from '../../../../src/stages/plan/plan'
import { Tally } from '../../../../src/stages/report/tally'

const COUNT = 400

const rows: readonly SplitSample[] = (() => {
  const dataset = buildDataset(sums, 42, { count: COUNT })
  if (E.isLeft(dataset)) throw new Error('the level without a fault does not build')
  const { samples, splits } = dataset.right
  return samples.map(sample => ({ sample, split: SPLITS.find(split => splits[split].includes(sample)) ?? 'train' }))
})()

const checksOf = (list: readonly SplitSample[], count = COUNT) => {
  const planned = plan(sums, count)
  if (E.isLeft(planned)) throw new Error('there is no plan')
  const tally = new Tally(sums, planned.right)
  for (const row of list) tally.add(row)
  return tally.report({ level: 'sums', version: '1.0.0', seed: '42' }).checks
}
const violated = (list: readonly SplitSample[]) => checksOf(list).flatMap(({ name, outcome }) => (outcome === 'violated' ? [name] : []))

type Edit = (sample: Sample) => Partial<Sample>
const edited = (row: SplitSample, edit: Edit): SplitSample => ({
  ...row,
  sample: { ...row.sample, ...edit(row.sample) } as Sample,
})
/** Edits the first row that satisfies the condition. */
const withOne = (edit: Edit, pick: (sample: Sample) => boolean = () => true): readonly SplitSample[] => {
  const index = rows.findIndex(({ sample }) => pick(sample))
  return rows.with(index, edited(rows[index] as SplitSample, edit))
}
const meta =
  (parts: Partial<Sample['metadata']>): Edit =>
  ({ metadata }) => ({ metadata: { ...metadata, ...parts } as Sample['metadata'] })
const isTrap = ({ category }: Sample): boolean => category === 'adversarial'
const isValid = ({ category }: Sample): boolean => category === 'valid'

describe('a report with its dataset checks', () => {
  it('lists the checks in their fixed order, and all hold for a dataset as built', () => {
    expect(checksOf(rows).map(({ name, outcome }) => [name, outcome])).toEqual(
      DATASET_CHECKS.map(name => [name, name === 'adversarial.noShortcut' ? 'notApplicable' : 'holds']),
    )
  })

  it.each<[string, DatasetCheckName, readonly SplitSample[]]>([
    ['a row that is not verified', 'dataset.verified', withOne(() => ({ verified: false }))],
    ['a row without laws', 'dataset.verified', withOne(meta({ laws: [] }))],
    ['a row without a tool', 'dataset.verified', withOne(meta({ verified_by: [] }))],
    ['a missing row', 'dataset.balanced', rows.slice(0, -1)],
    [
      'a row of another difficulty than planned',
      'dataset.balanced',
      rows.map(row => edited(row, ({ difficulty }) => (difficulty === 'easy' ? { difficulty: 'hard' } : {}))),
    ],
    ['a row of a cell that was not planned', 'dataset.balanced', withOne(meta({ topic: 'another' }))],
    ['an equal input', 'dataset.distinct', withOne(() => ({ input: rows[7]?.sample.input as string }))],
    [
      'an input that is the first of the last',
      'dataset.distinct',
      rows.with(
        -1,
        edited(rows.at(-1) as SplitSample, () => ({ input: rows[0]?.sample.input as string })),
      ),
    ],
    ['an empty group', 'dataset.metadataComplete', withOne(meta({ group: '' }))],
    ['an empty token', 'dataset.metadataComplete', withOne(meta({ token: '' }))],
    ['a difficulty that is not an integer', 'dataset.metadataComplete', withOne(meta({ measured_difficulty: 1.5 as never }))],
    ['another text of a refusal', 'dataset.formatConsistent', withOne(() => ({ expected_output: 'Out of scope' }), isTrap)],
    ['the refusal of another type', 'dataset.formatConsistent', withOne(() => ({ expected_output: 'cannot determine' }), isTrap)],
    ['an answer that reads like a refusal', 'dataset.formatConsistent', withOne(() => ({ expected_output: 'out of scope' }), isValid)],
    ['an id out of order', 'dataset.formatConsistent', withOne(() => ({ id: 'sums_000399' }))],
    ['null instead of a string', 'dataset.formatConsistent', withOne(() => ({ expected_output: null as never }), isValid)],
    ['a number instead of a string', 'dataset.formatConsistent', withOne(() => ({ expected_output: 7 as never }), isValid)],
    ['an unknown verification method', 'dataset.formatConsistent', withOne(() => ({ verification_method: 'luck' as never }))],
  ])('rejects %s (%s)', (_, name, list) => {
    expect(violated(list)).toContain(name)
  })

  it('rejects an equal input on one side without further violations', () => {
    const index = rows.findIndex(({ sample }) => isValid(sample))
    const other = rows.findIndex(({ sample, split }, at) => at > index && isValid(sample) && split === rows[index]?.split)
    const copy = edited(rows[other] as SplitSample, () => ({ input: rows[index]?.sample.input as string }))
    expect(violated(rows.with(other, copy))).toEqual(['dataset.distinct'])
  })

  it('rejects a group on two sides', () => {
    const train = rows.find(({ split }) => split === 'train') as SplitSample
    for (const split of ['val', 'test', 'adversarial'] as const) {
      const index = rows.findIndex(row => row.split === split)
      const leak = edited(rows[index] as SplitSample, meta({ group: train.sample.metadata.group }))
      expect(violated(rows.with(index, leak))).toEqual(['dataset.distinct', 'splits.disjoint'])
    }
  })

  it('treats test and adversarial as one side', () => {
    const held = rows.find(({ split }) => split === 'adversarial') as SplitSample
    const index = rows.findIndex(({ split }) => split === 'test')
    expect(violated(rows.with(index, edited(rows[index] as SplitSample, meta({ group: held.sample.metadata.group }))))).toEqual([])
  })

  it.each(['train', 'val', 'test'] as const)('rejects %s without its share of traps, without further violations', split => {
    const other = split === 'train' ? 'val' : 'train'
    const drawOf = ({ sample }: SplitSample): string => drawAddress(sample.metadata.token)
    const traps = new Set(rows.filter(row => row.split === split && isTrap(row.sample)).map(drawOf))
    const moved = rows.map(row => (row.split === split && traps.has(drawOf(row)) ? { ...row, split: other as typeof split } : row))
    expect(violated(moved)).toEqual(['dataset.adversarialShare'])
  })

  it('rejects too many traps in a split', () => {
    const flooded = rows.map(row => (row.split === 'val' && !isTrap(row.sample) ? { ...row, split: 'train' as const } : row))
    expect(violated(flooded)).toContain('dataset.adversarialShare')
  })

  it('rejects keys in another order, missing keys and additional keys', () => {
    const reversed = (sample: Sample): Sample => Object.fromEntries(Object.entries(sample).reverse()) as unknown as Sample
    const [first, ...others] = rows as [SplitSample, ...SplitSample[]]
    const { id, ...withoutId } = first.sample
    expect(violated([{ ...first, sample: reversed(first.sample) }, ...others])).toContain('dataset.formatConsistent')
    expect(violated([{ ...first, sample: { ...first.sample, more: id } as Sample }, ...others])).toContain('dataset.formatConsistent')
    expect(
      violated([
        edited(first, ({ metadata }) => ({ metadata: Object.fromEntries(Object.entries(metadata).reverse()) as never })),
        ...others,
      ]),
    ).toContain('dataset.metadataComplete')
    expect(Object.keys(withoutId)).toHaveLength(7)
  })

  it('states the share of traps as not applicable below 250 rows', () => {
    const dataset = buildDataset(sums, 1, { count: 249 })
    const checks = E.isRight(dataset) ? dataset.right.report.checks : []
    expect(checks.find(({ name }) => name === 'dataset.adversarialShare')).toMatchObject({
      outcome: 'notApplicable',
      figures: expect.stringContaining('; not required below 250 rows, because whole rows cannot satisfy it'),
    })
  })

  it('rejects a missing row in a small dataset', () => {
    const dataset = buildDataset(sums, 1, { count: 100 })
    const samples = E.isRight(dataset) ? dataset.right.samples : []
    const list = samples.slice(1).map(sample => ({ sample, split: 'train' as const }))
    expect(checksOf(list, 100).find(({ name }) => name === 'dataset.balanced')?.outcome).toBe('violated')
  })
})
