import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { followPath, shrink } from '../../../../src/stages/prove/shrink'
import type { Examination, Subject } from '../../../../src/stages/prove/subject'
import { keyedRandom } from '../../../../src/stages/draw/keyedRandom'
import { keyOf } from '../../../../src/utils/hash/keyOf'

/** Returns integers; one law forbids those above a bound, another one odd ones. */
const subjectOf = (judge: (value: number) => string | undefined, arbitrary: fc.Arbitrary<number> = fc.nat({ max: 100_000 })): Subject => ({
  level: 'numbers',
  cell: 'numbers',
  arbitrary,
  examine: values =>
    values.map((value): Examination => {
      const law = judge(value as number)
      return law === undefined ? { _tag: 'Held', laws: [] } : { _tag: 'Violated', law, reason: `${value}` }
    }),
  show: value => ({ input: `${value}`, expected_output: '' }),
})
const drawn = ({ arbitrary }: Subject, k: number): fc.Value<unknown> =>
  arbitrary.generate(keyedRandom(keyOf('seed', 'numbers'), { slot: k, attempt: 0 }), undefined)
const tooLarge = (value: number): string | undefined => (value > 1_000 ? 'number.small' : undefined)
/** Integers that throw while shrinking. */
class ThrowingShrinks extends fc.Arbitrary<number> {
  private readonly numbers = fc.nat({ max: 100_000 })
  override generate(random: fc.Random, bias: number | undefined): fc.Value<number> {
    return this.numbers.generate(random, bias)
  }
  override canShrinkWithoutContext(value: unknown): value is number {
    return typeof value === 'number'
  }
  override shrink(): fc.Stream<fc.Value<number>> {
    return fc.stream(
      (function* (): Generator<fc.Value<number>> {
        yield* []
        throw new Error('no simpler number')
      })(),
    )
  }
}

/** Finds the first draw that violates the law, and shrinks it. */
const found = (subject: Subject, law: string, budget?: number) => {
  for (let k = 0; ; k++) {
    const value = drawn(subject, k)
    const [examination] = subject.examine([value.value])
    if (examination?._tag !== 'Violated' || examination.law !== law) continue
    return { value, shrunk: shrink(subject, { value, law, reason: examination.reason }, budget) }
  }
}

describe('shrink', () => {
  it('finds the smallest value that violates the law', () => {
    expect(found(subjectOf(tooLarge), 'number.small').shrunk).toMatchObject({ value: 1_001, reason: '1001', minimal: true })
  })

  it('does not switch to another law that a simpler value violates', () => {
    const subject = subjectOf(value => tooLarge(value) ?? (value % 2 === 1 ? 'number.even' : undefined))
    expect(found(subject, 'number.small').shrunk).toMatchObject({ value: 1_001, minimal: true })
  })

  it('reports that its budget was exhausted', () => {
    const { shrunk } = found(subjectOf(tooLarge), 'number.small', 1)
    expect(shrunk.minimal).toBe(false)
    expect(shrunk.path.length).toBeLessThan(2)
  })

  it('returns a path that leads to the value again', () => {
    const subject = subjectOf(tooLarge)
    const { value, shrunk } = found(subject, 'number.small')
    const steps = followPath(subject, value, shrunk.path)
    expect(typeof steps === 'number' ? steps : steps.at(-1)?.value).toBe(1_001)
  })

  it('keeps the current value if the arbitrary throws during shrinking', () => {
    const { value, shrunk } = found(subjectOf(tooLarge, new ThrowingShrinks()), 'number.small')
    expect(shrunk).toMatchObject({ value: value.value, path: [], minimal: true })
  })
})

describe('followPath', () => {
  it('returns how many steps of an invalid path can be followed', () => {
    const subject = subjectOf(tooLarge)
    expect(followPath(subject, drawn(subject, 0), [0, 1_000_000])).toBe(1)
  })
})
