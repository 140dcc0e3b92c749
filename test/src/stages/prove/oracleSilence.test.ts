import { either as E } from 'fp-ts'
import { buildDataset, type Verdict } from 'genesis-datasets'
import { cannotJudge } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildOrFail, expectBuildError } from '../../../support/buildOrFail'
import { datesLevel } from '../../../support/dates'
import { pairSums, type Sums } from '../../../support/pairSums'
import { expectBuildViolation } from '../../../support/expectBuildViolation'

const withOracle = (oracle: unknown): Sums => ({ ...pairSums(), oracle: oracle as Sums['oracle'] })
const isTrap = (verdict: Verdict<number>): boolean => verdict._tag === 'Refuse'

describe('an oracle without judgement', () => {
  it('leaves no row to write', () => {
    const { problems } = expectBuildError(
      withOracle((inputs: readonly string[]) => inputs.map(() => cannotJudge('out of order'))),
      42,
      { count: 20, maxAttempts: 50 },
    )
    expect(problems.map(({ _tag }) => _tag)).toEqual(['CellExhausted'])
    expect(problems[0]?.expected).toBe('one more row, distinct from the 0 rows of this cell')
  })

  it('causes discards that are counted by its reason', () => {
    const oracle: Sums['oracle'] = inputs =>
      sums.oracle(inputs).map((verdict, index) => (/[1357]\b/.test(inputs[index] as string) ? cannotJudge('an odd digit') : verdict))
    const { samples, report } = buildOrFail(withOracle(oracle), 42, { count: 100 })
    expect(report.discards['an odd digit']).toBeGreaterThan(50)
    for (const { input } of samples) expect(input).not.toMatch(/[1357]\b/)
  })

  it('leaves no traps if it does not judge traps', () => {
    const oracle: Sums['oracle'] = inputs => sums.oracle(inputs).map(verdict => (isTrap(verdict) ? cannotJudge('a trap') : verdict))
    const { problems } = expectBuildError(withOracle(oracle), 42, { count: 60, maxAttempts: 50 })
    expect(problems[0]).toMatchObject({ _tag: 'CellExhausted', path: expect.stringMatching(/^adversarial\./) })
  })

  it.each(['completions', 'readings'])('leaves no such trap if it does not judge %s of a witness', kind => {
    const limited = { count: 60, maxAttempts: 50 }
    const dataset =
      kind === 'readings'
        ? buildDataset(
            {
              ...datesLevel,
              oracle: inputs => datesLevel.oracle(inputs).map((v, i) => (inputs[i]?.endsWith('month first') ? cannotJudge('x') : v)),
            },
            1,
            limited,
          )
        : buildDataset(
            withOracle((inputs: readonly string[]) =>
              sums.oracle(inputs).map((v, i) => (/\+ .*\+ /.test(inputs[i] ?? '') ? cannotJudge('x') : v)),
            ),
            1,
            limited,
          )
    expect(dataset).toMatchObject({ _tag: 'Left', left: { problems: [{ _tag: 'CellExhausted' }] } })
  })
})

describe('an oracle without a verdict', () => {
  it.each([
    ['undefined for each', (inputs: readonly string[]) => inputs.map(() => undefined), 'the oracle gave no verdict'],
    ['holes', (inputs: readonly string[]) => new Array(inputs.length), 'the oracle gave no verdict'],
    ['none at all', () => [], 'the oracle returned 0 verdicts for 1 text'],
    ['undefined', () => undefined, 'the oracle returned undefined; it must return an array of verdicts'],
    ['a promise', async (inputs: readonly string[]) => sums.oracle(inputs), 'the oracle returned a Promise; it must be synchronous'],
    ['a rejected promise', () => Promise.reject(new Error('no tool')), 'the oracle returned a Promise; it must be synchronous'],
  ])('violates oracle.agrees, with the reason: %s', (_, oracle, reason) => {
    expect(expectBuildViolation(withOracle(oracle), 'oracle.agrees').reason).toBe(reason)
  })

  it.each([
    ['null', null],
    ['a word', 'Answer'],
    ['an empty object', {}],
    ['an unknown tag', { _tag: 'Maybe' }],
    ['an answer without a predicate', { _tag: 'Answer', canonical: 0 }],
  ])('is violated, with %s for each input', (_, verdict) => {
    expectBuildViolation(
      withOracle((inputs: readonly string[]) => inputs.map(() => verdict)),
      'oracle.agrees',
    )
  })

  it('is named if it throws', () => {
    const throwing = (): never => {
      throw new Error('no tool')
    }
    const { problems } = expectBuildError(withOracle(throwing), 42, { count: 20 })
    expect(problems).toMatchObject([{ _tag: 'CodeThrew', received: 'the oracle threw: no tool' }])
  })

  it('is violated if there are too few verdicts', () => {
    const { problems } = expectBuildError(
      withOracle((inputs: readonly string[]) => sums.oracle(inputs).slice(0, -1)),
      42,
      { count: 20 },
    )
    expect(problems[0]).toMatchObject({
      _tag: 'LawViolated',
      received: expect.stringMatching(/^the oracle returned \d+ verdicts? for \d+ texts?$/),
    })
  })

  it('is violated if only the trap has none', () => {
    const oracle: Sums['oracle'] = inputs => sums.oracle(inputs).map(verdict => (isTrap(verdict) ? (undefined as never) : verdict))
    expect(expectBuildViolation(withOracle(oracle), 'refusal.onlyOne').reason).toBe('the oracle gave no verdict')
  })

  it('is violated if only a completion has none', () => {
    // Sums of an odd number of terms occur as completions of cut texts only.
    const oracle: Sums['oracle'] = inputs =>
      sums
        .oracle(inputs)
        .map((verdict, index) => (/^sum: \d+(?: \+ \d+ \+ \d+)+$/.test(inputs[index] as string) ? (undefined as never) : verdict))
    expect(expectBuildViolation(withOracle(oracle), 'refusal.incomplete').reason).toContain('the oracle did not judge')
  })
})

describe('an oracle that works in batches', () => {
  it('is asked about many texts per call', () => {
    const sizes: number[] = []
    const oracle: Sums['oracle'] = inputs => {
      sizes.push(inputs.length)
      return sums.oracle(inputs)
    }
    expect(E.isRight(buildDataset(withOracle(oracle), 1, { count: 256 }))).toBe(true)
    expect(Math.max(...sizes)).toBeGreaterThan(50)
    expect(sizes.length).toBeLessThan(256 / 8)
  })
})
