import { either as E } from 'fp-ts'
import { describe, expect, it } from 'vitest'
import { ArgumentReader } from '../../../../src/cli/options/argumentReader'
import { readPlan } from '../../../../src/cli/options/readPlan'
import { readShares, type RawShares } from '../../../../src/cli/options/readShares'
import { type Failure, fileError } from '../../../../src/model/problem'
import { expectProblems } from '../../../support/expectProblems'

/** Returns the result of a read, or the paths and hints of its problems. */
function reading<Value>(read: (reader: ArgumentReader) => Value): Value | readonly string[] {
  const reader = new ArgumentReader()
  const value = read(reader)
  const result: E.Either<Failure<string>, Value> = reader.result(() => value)
  return E.isRight(result) ? result.right : expectProblems(fileError(result.left.problems)).map(({ path, hint }) => `${path}: ${hint}`)
}

describe('ArgumentReader', () => {
  it.each([
    ['1', 1],
    ['0010', 10],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('reads %s as a whole number', (typed, value) => {
    expect(reading(reader => reader.wholeNumber('--count', typed, 'a hint'))).toBe(value)
  })

  it.each(['0', '-1', '1.5', '1e3', 'NaN', '', ' 1', '0x10', '9007199254740992', '١'])('rejects "%s" as a whole number', typed => {
    expect(reading(reader => reader.wholeNumber('--count', typed, 'a hint'))).toEqual(['--count: a hint'])
  })

  it.each([
    ['42', 42n],
    ['-3', -3n],
    ['12345678901234567890', 12345678901234567890n],
  ])('reads %s as an exact seed', (typed, value) => {
    expect(reading(reader => reader.seed(typed))).toBe(value)
  })

  it.each(['', '1.5', '+1', '1_000', '0x1', '1n', '--1', 'Infinity'])('rejects "%s" as a seed', typed => {
    expect(reading(reader => reader.seed(typed))).toEqual(['--seed: write its decimal digits'])
  })

  it.each([
    ['0', 0],
    ['1', 1],
    ['0.8', 0.8],
    ['.5', 0.5],
  ])('reads %s as a share', (typed, value) => {
    expect(reading(reader => reader.share('--train', typed))).toBe(value)
  })

  it.each(['1.01', '-0.1', '80%', '1e-1', '', '.', 'NaN'])('rejects "%s" as a share', typed => {
    expect(reading(reader => reader.share('--train', typed))).toEqual(['--train: a tenth is 0.1'])
  })

  it('reads an absent option as undefined', () => {
    const read = (reader: ArgumentReader) => [
      reader.wholeNumber('--count', undefined, 'x'),
      reader.seed(undefined),
      reader.oneOf('--topic', undefined, []),
    ]
    expect(reading(read)).toEqual([undefined, undefined, undefined])
  })

  it.each([
    ['valdi', '--category: the closest name is valid'],
    ['EDGE-CASE', '--category: the closest name is edge_case'],
    ['adverserial', '--category: the closest name is adversarial'],
    ['xyz', '--category: default: all'],
    ['', '--category: default: all'],
  ])('rejects the category "%s" with a hint', (typed, hint) => {
    expect(reading(reader => reader.oneOf('--category', typed, ['valid', 'edge_case', 'adversarial']))).toEqual([hint])
  })

  it('reports all errors together', () => {
    const plan = readPlan({ count: '0', seed: 'x', out: '' })
    expect(E.isLeft(plan) && plan.left.problems.map(({ path }) => path)).toEqual(['--count', '--seed', '--out'])
  })
})

describe('readShares', () => {
  const shares = (typed: RawShares) => reading(reader => readShares(reader, typed))

  it('returns undefined if no share is given, and completes a partial list', () => {
    expect(shares({})).toBeUndefined()
    expect(shares({ train: '0.7', val: '0.2' })).toEqual({ train: 0.7, val: 0.2, test: 0.1 })
  })

  it('requires a sum of 1, up to rounding of decimal fractions', () => {
    expect(0.7 + 0.2 + 0.1).not.toBe(1)
    expect(shares({ train: '0.7', val: '0.2', test: '0.1' })).toMatchObject({ train: 0.7 })
    expect(shares({ train: '0.3333333333', val: '0.3333333333', test: '0.3333333334' })).toMatchObject({ val: 0.3333333333 })
    expect(shares({ train: '0.33333', val: '0.33333', test: '0.33333' })).toHaveLength(1)
    expect(shares({ train: '0.9' })).toEqual(['--train, --val, --test: a missing share has its default: train 0.8, val 0.1, test 0.1'])
  })

  it('does not check the sum if one share is invalid', () => {
    expect(shares({ train: '2', val: 'x' })).toEqual(['--train: a tenth is 0.1', '--val: a tenth is 0.1'])
  })
})
