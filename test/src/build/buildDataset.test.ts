import { either as E } from 'fp-ts'
import { type SplitSample, REFUSALS, type Sample, SampleCodec, SPLITS, type Split, streamDataset } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { METADATA_KEYS, SAMPLE_KEYS } from '../../../src/model/sample'
import { pipeline } from '../../../src/build/pipeline'
import { buildOrFail } from '../../support/buildOrFail'
import { addressOf, readTokenOrFail } from '../../support/readToken'
import { smallSums } from '../../support/smallSums'

const dataset = buildOrFail(sums, 42, { count: 1_000 })
const splitOf = new Map(SPLITS.flatMap(split => dataset.splits[split].map(({ id }) => [id, split] as const)))
const sideOf = ({ id }: Sample): string => (splitOf.get(id) === 'adversarial' ? 'test' : (splitOf.get(id) as Split))
const linesOf = (samples: readonly Sample[]): string => samples.map(sample => JSON.stringify(sample)).join('\n')

const traps = dataset.samples.filter(({ category }) => category === 'adversarial')
const twinOf = (trap: Sample): Sample => {
  const others = dataset.samples.filter(
    ({ id, metadata }) => id !== trap.id && addressOf(metadata.token) === addressOf(trap.metadata.token),
  )
  expect(others).toHaveLength(1)
  return others[0] as Sample
}

describe('buildDataset', () => {
  it('builds the same bytes again', () => {
    expect(linesOf(buildOrFail(sums, 42, { count: 1_000 }).samples)).toBe(linesOf(dataset.samples))
    expect(buildOrFail(sums, 42n, { count: 1_000 })).toEqual(dataset)
  })

  it.each([1, 7, 256, 1_000])('builds the same rows and discards in batches of %i', batch => {
    const collect = (size: number) => {
      const yielded: SplitSample[] = []
      for (const rows = pipeline(smallSums, 9, { count: 300 }, size); ; ) {
        const next = rows.next()
        if (next.done === true) return { yielded, report: next.value }
        yielded.push(next.value)
      }
    }
    const collected = collect(batch)
    expect(collected.report._tag).toBe('Right')
    expect(collected).toEqual(collect(64))
  })

  it('builds the rows that streamDataset yields', () => {
    const streamed = [...streamDataset(sums, 42, { count: 1_000 })].map(item => {
      if (E.isLeft(item)) throw new Error('an error in a stream that should have none')
      return item.right
    })
    expect(streamed.map(({ sample }) => sample)).toEqual(dataset.samples)
    for (const split of SPLITS) {
      expect(streamed.filter(row => row.split === split).map(({ sample }) => sample)).toEqual(dataset.splits[split])
    }
  })

  it('numbers its rows in order and puts each into one split', () => {
    expect(dataset.samples.map(({ id }) => id)).toEqual(Array.from({ length: 1_000 }, (_, n) => `sums_${String(n).padStart(6, '0')}`))
    expect(splitOf.size).toBe(1_000)
    for (const split of SPLITS) expect(dataset.splits[split].map(({ id }) => id)).toEqual(dataset.splits[split].map(({ id }) => id).sort())
  })

  it('writes the eight fields and all metadata in a fixed order with the same types in every row', () => {
    for (const sample of dataset.samples) {
      expect(Object.keys(sample)).toEqual(SAMPLE_KEYS)
      expect(Object.keys(sample.metadata)).toEqual(METADATA_KEYS)
      expect(SampleCodec.is(JSON.parse(JSON.stringify(sample)))).toBe(true)
      expect(sample.verified).toBe(true)
      expect(sample.metadata.laws.length).toBeGreaterThan(3)
    }
  })

  it('repeats no input and no token', () => {
    expect(new Set(dataset.samples.map(({ input }) => input)).size).toBe(1_000)
    expect(new Set(dataset.samples.map(({ metadata }) => metadata.token)).size).toBe(1_000)
    for (const { metadata } of dataset.samples) expect(metadata.token).toMatch(/^[\w.~-]+~[0-9a-f]{8}$/)
  })

  it('writes refusals verbatim', () => {
    expect(REFUSALS).toEqual({
      ambiguous: 'cannot determine',
      incomplete: 'insufficient data',
      malformed: 'error: malformed input',
      out_of_scope: 'out of scope',
      contradictory: 'contradiction detected',
    })
    for (const { expected_output, metadata } of traps) expect(expected_output).toBe(REFUSALS[metadata.adversarial_type as 'malformed'])
  })

  it('keeps the twin of each trap as a valid row next to it, in the same group and on the same side', () => {
    expect(traps.length).toBe(150)
    for (const trap of traps) {
      const twin = twinOf(trap)
      expect(twin).toMatchObject({ category: 'valid', difficulty: trap.difficulty, metadata: { adversarial_type: 'none', edge: 'none' } })
      expect(twin.metadata.group).toBe(trap.metadata.group)
      expect(twin.metadata.topic).toBe(trap.metadata.topic)
      expect(Math.abs(dataset.samples.indexOf(twin) - dataset.samples.indexOf(trap))).toBe(1)
      expect(sideOf(twin)).toBe(sideOf(trap))
      if (splitOf.get(trap.id) === 'adversarial') expect(splitOf.get(twin.id)).toBe('test')
    }
  })

  it('holds out traps only, about a fifth of them', () => {
    expect(dataset.splits.adversarial).toHaveLength(30)
    for (const { category } of dataset.splits.adversarial) expect(category).toBe('adversarial')
  })

  it('places a trap before its twin about as often as after it', () => {
    const before = traps.filter(trap => trap.id < twinOf(trap).id).length
    expect(before).toBeGreaterThan(50)
    expect(before).toBeLessThan(100)
  })

  it('keeps every group, and sums of the same terms, on one side', () => {
    const sides = new Map<string, string>()
    const small = buildOrFail(smallSums, 5, { count: 500 })
    const side = new Map(SPLITS.flatMap(split => small.splits[split].map(row => [row.id, split === 'adversarial' ? 'test' : split])))
    for (const { id, input, metadata } of small.samples) {
      const terms = input
        .match(/^sum: (\d+(?: \+ \d+)+)(?:\n|$)/)?.[1]
        ?.split(' + ')
        .map(Number)
        .sort((a, b) => a - b)
        .join(' ')
      for (const form of [metadata.group, ...(terms === undefined ? [] : [terms])]) {
        expect(sides.get(form) ?? side.get(id), `${form} of ${id}`).toBe(side.get(id))
        sides.set(form, side.get(id) as string)
      }
    }
  })

  it('shares no input with a dataset of another seed', () => {
    const inputs = new Set(dataset.samples.map(({ input }) => input))
    for (const seed of [41, 43, 2 ** 32 + 42, -42]) {
      expect(buildOrFail(sums, seed, { count: 1_000 }).samples.filter(({ input }) => inputs.has(input))).toEqual([])
    }
  })

  it('writes the seed and the cell into each row', () => {
    for (const { category, difficulty, metadata } of dataset.samples) {
      const token = readTokenOrFail(metadata.token)
      expect(token).toMatchObject({ level: 'sums', version: '2.0.0', seed: '42', biased: false, path: [] })
      expect(token.cell.endsWith(`.${difficulty}`)).toBe(true)
      if (category !== 'valid') expect(token.cell.startsWith(category)).toBe(true)
    }
  })

  it.each([1, 2, 3, 7, 10, 40, 99, 249])('builds exactly %i rows', count => {
    const { samples, splits, report } = buildOrFail(sums, 1, { count })
    expect(samples).toHaveLength(count)
    expect(SPLITS.reduce((sum, split) => sum + splits[split].length, 0)).toBe(count)
    expect(report.checks.filter(({ outcome }) => outcome === 'violated')).toEqual([])
  })
})
