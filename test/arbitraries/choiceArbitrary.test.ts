import { fc } from 'genesis-datasets'
import { fromChoices } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'

const SEEDS = [1, 2, 3, 4, 5]

const digit = fromChoices(choose => choose.integer(0, 9))
const word = fromChoices(choose => choose.list({ min: 1, max: 5 }, () => choose.pick([...'abc'])).join(''))
/** An ordered pair: the bounds of the second choice depend on the first. */
const span = fromChoices(choose => {
  const low = choose.integer(0, 99)
  return { low, high: choose.integer(low, 100) }
})

interface Use {
  readonly name: string
  readonly arbitrary: fc.Arbitrary<unknown>
  readonly fails: (value: unknown) => boolean
  readonly minimum: unknown
}
const use = <T>(name: string, arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean, minimum: NoInfer<T>): Use => ({
  name,
  arbitrary,
  fails: value => fails(value as T),
  minimum,
})

/** Arbitraries that fast-check derives from others, including this one, each with the simplest failing value. */
const USES: readonly Use[] = [
  use('as it is', span, ({ low, high }) => high - low >= 20, { low: 0, high: 20 }),
  use(
    'mapped',
    span.map(({ low, high }) => [low, high]),
    ([low = 0, high = 0]) => low >= 10 && high > low,
    [10, 11],
  ),
  use('mapped twice', word.map(text => text.length).map(String), text => text > '2', '3'),
  use(
    'filtered',
    span.filter(({ low }) => low % 2 === 1),
    ({ high }) => high >= 20,
    { low: 1, high: 20 },
  ),
  use(
    'mapped and filtered',
    digit.map(value => 2 * value).filter(value => value % 3 === 0),
    value => value >= 6,
    6,
  ),
  use(
    'chained to a built-in',
    digit.chain(length => fc.string({ unit: fc.constant('x'), minLength: length, maxLength: length })),
    text => text.length >= 3,
    'xxx',
  ),
  use(
    'chained from a built-in',
    fc.nat(9).chain(least => fromChoices(choose => choose.integer(least, 20))),
    value => value >= 5,
    5,
  ),
  use('in a tuple', fc.tuple(digit, fc.nat(9), word), ([one, other, text]) => one >= 3 && other >= 4 && text.includes('b'), [3, 4, 'b']),
  use('in a record', fc.record({ digit, word }), ({ digit: value, word: text }) => value > text.length, { digit: 2, word: 'a' }),
  use('in an array', fc.array(span, { maxLength: 8, size: 'max' }), spans => spans.some(({ low, high }) => low >= 5 && high >= 9), [
    { low: 5, high: 9 },
  ]),
  use('in an array of arrays', fc.array(fc.array(digit)), lists => lists.flat().filter(value => value >= 2).length >= 1, [[2]]),
  use(
    'in an array without repetitions',
    fc.uniqueArray(digit, { maxLength: 8, size: 'max' }),
    digits => digits.some(value => value >= 7),
    [7],
  ),
  use('in a set of keys', fc.dictionary(word, digit, { noNullPrototype: true }), one => Object.keys(one).some(key => key.length >= 2), {
    aa: 0,
  }),
  use<number | string>('among others', fc.oneof(digit, word), value => typeof value === 'string' && value.length >= 2, 'aa'),
  use<number | boolean>('after a simpler one', fc.oneof({ withCrossShrink: true }, fc.boolean(), digit), value => value === 8, 8),
  use<number | null>('or nothing', fc.option(digit), value => value !== null && value >= 4, 4),
  use(
    'beneath a recursion',
    fc.letrec(one => ({ tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, digit, fc.tuple(one('tree'), one('tree'))) })).tree,
    tree => typeof tree === 'number' && tree >= 6,
    6,
  ),
]

/** Runs fast-check's checker. */
const found = ({ arbitrary, fails }: Use, parameters: fc.Parameters<[unknown]>): fc.RunDetails<[unknown]> =>
  fc.check(
    fc.property(arbitrary, value => !fails(value)),
    { numRuns: 3_000, ...parameters },
  )

describe.each(USES)('an arbitrary built by fromChoices, $name', one => {
  const { arbitrary, minimum } = one

  it('shrinks to the simplest value that fails', () => {
    for (const seed of SEEDS) expect(found(one, { seed }).counterexample, `seed ${seed}`).toEqual([minimum])
  })

  it('replays the same counterexample from its seed and path', () => {
    for (const seed of SEEDS) {
      const { counterexample, counterexamplePath: path } = found(one, { seed })
      const again = found(one, { seed, path: path ?? '', endOnFailure: true })
      expect({ counterexample: again.counterexample, runs: again.numRuns }).toEqual({ counterexample, runs: 1 })
    }
  })

  it('gives equal samples under one seed and different samples under another', () => {
    const sample = (seed: number): readonly unknown[] => fc.sample(arbitrary, { seed, numRuns: 50 })
    expect(sample(7)).toEqual(sample(7))
    expect(sample(7)).not.toEqual(sample(8))
  })

  it('does not shrink under fc.noShrink', () => {
    const unshrunk = { ...one, arbitrary: fc.noShrink(arbitrary) }
    const { counterexample, numShrinks } = found(unshrunk, { seed: 1 })
    expect(numShrinks).toBe(0)
    expect(counterexample).toEqual(found(one, { seed: 1, endOnFailure: true }).counterexample)
  })
})

describe('the bias of fromChoices', () => {
  const wide = fromChoices(choose => choose.integer(-500_000, 500_000))
  const shareOfEdges = (arbitrary: fc.Arbitrary<number>, parameters: fc.Parameters<number> = {}): number =>
    fc.sample(arbitrary, { seed: 1, numRuns: 1_000, ...parameters }).filter(value => Math.abs(value) >= 499_999).length / 1_000

  it('raises the share of edge values that are rare without it', () => {
    expect(shareOfEdges(wide)).toBeGreaterThan(0.1)
    expect(shareOfEdges(wide, { unbiased: true })).toBe(0)
    expect(shareOfEdges(fc.noBias(wide))).toBe(0)
  })

  it('reaches all four edges: the minimum, the maximum and their neighbours', () => {
    const drawn = new Set(fc.sample(wide, { seed: 1, numRuns: 1_000 }))
    for (const value of [-500_000, -499_999, 499_999, 500_000]) expect(drawn).toContain(value)
  })

  it('applies to an arbitrary inside a tuple as well', () => {
    const lengths = fromChoices(choose => choose.list({ max: 40 }, () => choose.boolean())).map(({ length }) => length)
    const share = (parameters: fc.Parameters<[number, number]>): number =>
      fc.sample(fc.tuple(lengths, wide), { seed: 1, numRuns: 1_000, ...parameters }).filter(([length]) => length === 0).length / 1_000
    expect(share({})).toBeGreaterThan(2 * share({ unbiased: true }))
  })
})
