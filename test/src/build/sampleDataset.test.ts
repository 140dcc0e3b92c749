import { either as E } from 'fp-ts'
import type { LevelSpec, Sample } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { type SampleOptions, sampleDataset } from '../../../src/build/sampleDataset'
import { buildOrFail } from '../../support/buildOrFail'
import { expectProblems } from '../../support/expectProblems'

const COUNT = 300

/** Returns the sampled rows; fails if there is an error. */
function rows<Q, A>(spec: LevelSpec<Q, A>, options: SampleOptions): readonly Sample[] {
  const sampled = sampleDataset(spec, 7, { count: COUNT, ...options })
  return E.isRight(sampled) ? sampled.right : expect.unreachable(JSON.stringify(sampled.left))
}

/** Returns the paths of the errors; fails if rows are returned. */
function wrong(seed: unknown, options: unknown): readonly string[] {
  const sampled = sampleDataset(sums, seed as number, options as SampleOptions)
  return E.isLeft(sampled) ? expectProblems(sampled.left).map(({ path }) => path) : expect.unreachable('rows came out')
}

describe('sampleDataset', () => {
  it('returns the first rows of the dataset, five by default', () => {
    const { samples } = buildOrFail(sums, 7, { count: COUNT })
    expect(rows(sums, {})).toEqual(samples.slice(0, 5))
    expect(rows(sums, { rows: 12 })).toEqual(samples.slice(0, 12))
  })

  const CHOICES: readonly (readonly [SampleOptions, (row: Sample) => boolean])[] = [
    [{ topic: 'plain', category: 'edge_case' }, ({ category }) => category === 'edge_case'],
    [{ difficulty: 'hard' }, ({ difficulty }) => difficulty === 'hard'],
    [{ adversarialType: 'malformed' }, ({ metadata }) => metadata.adversarial_type === 'malformed'],
    [{ edge: 'zero' }, ({ metadata }) => metadata.edge === 'zero'],
    [{ edge: 'plain.zero', difficulty: 'easy' }, ({ metadata, difficulty }) => metadata.edge === 'zero' && difficulty === 'easy'],
  ]
  it.each(CHOICES)('returns the first rows that match %j', (choice, fits) => {
    const { samples } = buildOrFail(sums, 7, { count: COUNT })
    expect(rows(sums, { ...choice, rows: 7 })).toEqual(samples.filter(fits).slice(0, 7))
  })

  it('returns the rows of one topic out of several', () => {
    const plain = sums.topics.plain ?? expect.unreachable('no topic')
    const twoTopics = { ...sums, topics: { plain, again: { ...plain, edges: {} } } }
    const { samples } = buildOrFail(twoTopics, 7, { count: COUNT })
    const again = samples.filter(({ metadata }) => metadata.topic === 'again')
    expect(again.length).toBeLessThan(COUNT)
    expect(rows(twoTopics, { topic: 'again', rows: COUNT })).toEqual(again)
  })

  it('returns all matching rows if there are fewer than requested', () => {
    const { samples } = buildOrFail(sums, 7, { count: COUNT })
    const traps = samples.filter(({ category }) => category === 'adversarial')
    expect(rows(sums, { category: 'adversarial', rows: COUNT })).toEqual(traps)
  })

  it('draws only as many rows as it needs', () => {
    let judged = 0
    const oracle: typeof sums.oracle = inputs => {
      judged += inputs.length
      return sums.oracle(inputs)
    }
    expect(rows({ ...sums, oracle }, { count: 10_000, rows: 3 })).toHaveLength(3)
    expect(judged).toBeLessThan(1_000)
  })
})

describe('sampleDataset, given invalid arguments', () => {
  it.each([
    [7, { rows: 0 }, ['options.rows']],
    [
      7,
      { category: 'odd', difficulty: 'odd', adversarialType: 'odd' },
      ['options.category', 'options.difficulty', 'options.adversarialType'],
    ],
    [7, { topic: 5, edge: 5 }, ['options.topic', 'options.edge']],
    [7, { count: 0 }, ['options.count']],
    [7, { cuont: 5 }, ['options.cuont']],
    [7, 'all', ['options']],
    [1.5, {}, ['seed']],
  ])('rejects the seed %s with %j', (seed, options, paths) => {
    expect(wrong(seed, options)).toEqual(paths)
  })

  it.each([{ category: 'valid', adversarialType: 'malformed' }, { topic: 'nope' }, { adversarialType: 'ambiguous' }])(
    'rejects %j before anything is drawn, since no cell matches',
    choice => {
      expect(wrong(7, choice)).toEqual(['options'])
    },
  )

  it('reports the errors of a broken spec', () => {
    const sampled = sampleDataset({ ...sums, version: '' }, 7)
    expect(E.isLeft(sampled) && expectProblems(sampled.left).map(({ path }) => path)).toEqual(['version'])
  })
})
