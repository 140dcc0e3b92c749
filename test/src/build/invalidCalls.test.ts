import { buildDataset, fc, renderError, streamDataset } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { withEdit } from '../../support/withEdit'
import { expectBuildError } from '../../support/buildOrFail'

const throwing = (): never => {
  throw new Error('not to be read')
}
const withGetter = (name: string): object => Object.defineProperty({ ...sums }, name, { get: throwing, enumerable: true })
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('a call of buildDataset or streamDataset', () => {
  it.each([
    1.5,
    Number.NaN,
    '5',
    2 ** 53,
    -(2 ** 53),
    Number.POSITIVE_INFINITY,
    undefined,
    null,
    {},
    [],
    true,
    new Date(0),
    Symbol('seed'),
  ])('rejects %s as a seed', seed => {
    expect(expectBuildError(sums, seed, { count: 1 }).problems).toMatchObject([
      { _tag: 'InvalidSeed', path: 'seed', hint: expect.stringMatching(/bigint/) },
    ])
  })

  it.each([0, -0, -5, 2 ** 53 - 1, -(2 ** 53 - 1), 2n ** 200n, -(2n ** 64n)])('accepts %s as a seed', seed => {
    expect(buildDataset(sums, seed, { count: 10 })._tag).toBe('Right')
  })

  it.each([1.5, -1, Number.NaN, 0, '10', Number.POSITIVE_INFINITY, 10n, null, 2 ** 40, [], {}])('rejects %s as a count', count => {
    expect(expectBuildError(sums, 1, { count }).problems).toMatchObject([{ _tag: 'InvalidOption', path: 'options.count' }])
    expect(expectBuildError(sums, 1, { count: 10, maxAttempts: count }).problems).toMatchObject([
      { _tag: 'InvalidOption', path: 'options.maxAttempts' },
    ])
  })

  it.each([null, 'count', 5, true, () => ({ count: 5 })])('rejects %s as options', options => {
    expect(expectBuildError(sums, 1, options).problems).toMatchObject([{ _tag: 'InvalidOption', path: 'options' }])
  })

  it('rejects unknown options', () => {
    expect(expectBuildError(sums, 1, { count: 10, rows: 20, Count: 3 }).problems.map(({ path }) => path)).toEqual([
      'options.rows',
      'options.Count',
    ])
  })

  it('treats an undefined option as absent', () => {
    const options = { count: 10, maxAttempts: undefined } as unknown as { count: number }
    expect(buildDataset(sums, 1, options)).toEqual(buildDataset(sums, 1, { count: 10 }))
  })

  it.each(['name', 'version', 'topics', 'adversarial', 'mix', 'laws', 'oracle', 'question'])('reports a getter of %s that throws', name => {
    expect(expectBuildError(withGetter(name)).problems.map(({ path }) => path)).toContain('spec')
  })

  it.each([
    ['options with a getter that throws', [sums, 1, Object.defineProperty({}, 'count', { get: throwing, enumerable: true })]],
    ['options that are a revoked proxy', [sums, 1, revoked()]],
    ['a spec that is a revoked proxy', [revoked(), 1]],
    ['a topic that is a revoked proxy', [withEdit(sums, 'topics.plain', revoked()), 1]],
    ['a seed that is a revoked proxy', [sums, revoked()]],
    [
      'a spec whose getter throws a revoked proxy',
      [
        Object.defineProperty({ ...sums }, 'name', {
          get: () => {
            throw revoked()
          },
        }),
        1,
      ],
    ],
  ])('returns an error with a hint for %s', (_, call) => {
    const [spec, ...others] = call
    const error = expectBuildError(spec, ...others)
    expect(error.problems.length).toBeGreaterThan(0)
    for (const { hint } of error.problems) expect(hint).not.toBe('')
    expect(renderError(error)).toContain('Hint: ')
  })

  it('never throws and never succeeds for arbitrary arguments', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        fc.anything(),
        fc.anything(),
        (spec, seed, options) => {
          const error = expectBuildError(spec, seed, options)
          expect(error.problems.length).toBeGreaterThan(0)
          expect(renderError(error)).not.toBe('')
        },
      ),
      { seed: 1, numRuns: 1_000 },
    )
  })

  it('never throws for any value in any part of a spec', () => {
    const paths = [
      'name',
      'topics',
      'topics.plain',
      'topics.plain.edges',
      'topics.plain.capacity',
      'topics.plain.adversarial',
      'adversarial',
      'adversarial.malformed',
      'domains',
      'laws',
      'mix',
      'verifiedBy',
      'question',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything({ withNullPrototype: true }), (path, value) => {
        const result = buildDataset(withEdit(sums, path, value) as typeof sums, 1, { count: 5, maxAttempts: 5 })
        if (result._tag === 'Left') expect(renderError(result.left)).toContain('Hint: ')
      }),
      { seed: 2, numRuns: 1_000 },
    )
  })

  it('yields its error as the only item of a stream', () => {
    const items = [...streamDataset(sums, 1.5)]
    expect(items).toMatchObject([{ _tag: 'Left', left: { problems: [{ path: 'seed' }] } }])
  })
})
