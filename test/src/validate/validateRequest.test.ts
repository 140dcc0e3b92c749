import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { validateRequest } from '../../../src/validate/validateRequest'

const problemsOf = (seed: unknown, options: unknown) => validateRequest(sums, seed, options)
const thrower = Object.defineProperty({}, 'count', {
  get: () => {
    throw new Error('not to be read')
  },
  enumerable: true,
})

describe('validateRequest', () => {
  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [{}, 'no option'],
    [{ count: 1, maxAttempts: 1 }, 'the least'],
    [{ count: 100_000_000 }, 'the most'],
    [{ count: undefined }, 'an option left out'],
  ])('accepts %j as options: %s', options => {
    expect(problemsOf(42, options)).toEqual([])
  })

  it('describes a valid seed', () => {
    expect(problemsOf(1.5, undefined)).toEqual([
      {
        _tag: 'InvalidSeed',
        path: 'seed',
        expected: 'a safe integer or a bigint',
        received: '1.5',
        hint: expect.stringContaining('write a bigint'),
      },
    ])
  })

  it('describes a valid value of an option', () => {
    expect(problemsOf(42, { count: 100_000_001, rows: 3 })).toEqual([
      {
        _tag: 'InvalidOption',
        path: 'options.count',
        expected: 'a whole number from 1 to 100000000',
        received: '100000001',
        hint: 'default: 10,000',
      },
      {
        _tag: 'InvalidOption',
        path: 'options.rows',
        expected: 'count or maxAttempts',
        received: '"rows"',
        hint: 'there is no such option',
      },
    ])
  })

  it.each([
    [null, 'an object', 'null', 'give { count }, or leave it out'],
    [7, 'an object', '7', 'give { count }, or leave it out'],
    [thrower, 'an object that can be read', '"not to be read"', 'a getter or proxy in it throws'],
  ])('describes valid options: %#', (options, expected, received, hint) => {
    expect(problemsOf(42, options)).toEqual([{ _tag: 'InvalidOption', path: 'options', expected, received, hint }])
  })

  it('reports problems of spec, seed and options together, in this order', () => {
    const paths = validateRequest({ ...sums, name: '' }, '1', { count: 0 }).map(({ path }) => path)
    expect(paths).toEqual(['name', 'seed', 'options.count'])
  })
})
