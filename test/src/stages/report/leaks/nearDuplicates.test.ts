import { fc, type SplitSample, type Sample, type Split, SPLITS } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { GramSets } from '../../../../../src/stages/report/leaks/gramSets'
import { nearDuplicates, MIN_SIMILARITY } from '../../../../../src/stages/report/leaks/nearDuplicates'
import { sideOf } from '../../../../../src/model/vocabulary'

const WIDTH = 5

/** Returns the grams of a text as plain texts. */
const runsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(1, text.length - WIDTH + 1) }, (_, start) => text.slice(start, start + WIDTH)))

function plainJaccard(one: string, other: string): number {
  const [first, second] = [runsOf(one), runsOf(other)]
  const common = [...first].filter(run => second.has(run)).length
  return common / (first.size + second.size - common)
}

const withSplits = (texts: readonly (readonly [string, Split])[]): readonly SplitSample[] =>
  texts.map(([input, split], index) => ({ sample: { id: `row_${String(index).padStart(6, '0')}`, input } as Sample, split }))

/** Returns every pair on two sides by pairwise comparison. */
function pairsOf(rows: readonly SplitSample[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) {
      const similarity = plainJaccard(one.sample.input, other.sample.input)
      if (sideOf(one.split) !== sideOf(other.split) && similarity >= MIN_SIMILARITY) {
        pairs.set([one.sample.id, other.sample.id].sort().join(), similarity)
      }
    }
  }
  return pairs
}

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'ab +0123456789'), minLength, maxLength, size: 'max' })
const splits = fc.constantFrom(...SPLITS)

/** A text, and variants that differ in a few places: their similarities are near the threshold. */
const FAMILIES = fc
  .array(fc.tuple(letters(20, 160), splits, fc.array(fc.tuple(fc.nat(159), letters(0, 3), splits), { maxLength: 6 })), { maxLength: 8 })
  .map(families =>
    withSplits(
      families.flatMap(([text, split, others]) => [
        [text, split] as const,
        ...others.map(([at, put, side]) => [text.slice(0, at) + put + text.slice(at + 1), side] as const),
      ]),
    ),
  )

describe('the search for near-duplicates', () => {
  it('agrees with a pairwise comparison: it finds more than 99 of a hundred pairs, and nothing else', () => {
    let [expected, found] = [0, 0]
    fc.assert(
      fc.property(FAMILIES, rows => {
        const pairs = pairsOf(rows)
        const near = nearDuplicates(rows)
        expect(near).toMatchObject({ rows: rows.length, similarity: 0.8 })
        expect(near.pairs).toBeLessThanOrEqual(pairs.size)
        expected += pairs.size
        found += near.pairs
        for (const { ids, inputs, similarity } of near.worst) {
          expect(pairs.get([...ids].sort().join())).toBe(similarity)
          expect(inputs).toEqual(ids.map(id => rows.find(({ sample }) => sample.id === id)?.sample.input))
        }
        const similarities = near.worst.map(({ similarity }) => similarity)
        expect(similarities).toEqual([...similarities].sort((one, other) => other - one))
        expect(near.worst).toHaveLength(Math.min(10, near.pairs))
      }),
      { seed: 5, numRuns: 300 },
    )
    expect(expected).toBeGreaterThan(1_000)
    expect(found / expected).toBeGreaterThan(0.99)
  })

  it('finds pairs at exactly the threshold', () => {
    // 50 grams each, 45 of them in both: 45 of 55.
    const texts = Array.from({ length: 400 }, (_, index) => `${index}`.padStart(4, '0').repeat(5))
    const pairs = texts.map((text, index) => {
      const long = Array.from({ length: 34 }, (_, at) =>
        String.fromCharCode(33 + ((Math.imul(index * 34 + at + 1, 0x9e3779b1) >>> 8) % 90)),
      )
      return [text.slice(0, 20) + long.join(''), text.slice(0, 20) + long.slice(0, -5).join('')] as const
    })
    const rows = withSplits(pairs.flatMap(([one, other]) => [[one, 'train'] as const, [other, 'test'] as const]))
    const { size } = pairsOf(rows.slice(0, 100))
    expect(size).toBe(50)
    expect(nearDuplicates(rows).pairs).toBeGreaterThanOrEqual(0.99 * 400)
  })

  it('ignores pairs on one side: test and adversarial are one', () => {
    const text = 'a text that occurs more than once'
    expect(nearDuplicates(withSplits(['test', 'adversarial', 'test'].map(split => [text, split as Split] as const))).pairs).toBe(0)
    expect(nearDuplicates(withSplits(['train', 'val', 'adversarial'].map(split => [text, split as Split] as const))).pairs).toBe(3)
  })

  it('finds equal texts only if texts are short or empty', () => {
    const rows = withSplits(['', 'ab', 'ab', '', 'abc', 'b'].map((text, index) => [text, index < 2 ? 'train' : 'val'] as const))
    expect(nearDuplicates(rows).pairs).toBe(2)
  })

  it('counts up to a bound if all rows are similar', () => {
    const rows = withSplits(
      Array.from(
        { length: 4_000 },
        (_, index) => [`the same long text for every row, number ${index}`, index % 2 === 0 ? 'train' : 'test'] as const,
      ),
    )
    const { pairs, worst } = nearDuplicates(rows)
    expect(pairs).toBeGreaterThan(2_000)
    expect(pairs).toBeLessThanOrEqual(250 * 2_000)
    expect(worst).toHaveLength(10)
  })

  it('samples at most 10,000 rows', () => {
    const rows = withSplits(Array.from({ length: 10_050 }, (_, index) => [`row ${index * 7919}`, 'train'] as const))
    expect(nearDuplicates(rows).rows).toBe(10_000)
  })
})

describe('the similarity of two texts', () => {
  it('equals that of their gram sets, if it reaches the threshold', () => {
    fc.assert(
      fc.property(letters(0, 30), letters(0, 30), fc.constantFrom(0, 0.3, 0.8, 1), (one, other, least) => {
        const similarity = plainJaccard(one, other)
        const sets = new GramSets(text => [one, other, one][text] as string)
        for (const [first, second] of [
          [0, 1],
          [1, 0],
          [1, 2],
        ] as const) {
          expect(sets.jaccard(first, second, least)).toBe(similarity >= least ? similarity : undefined)
        }
      }),
      { seed: 1, numRuns: 2_000 },
    )
  })
})
