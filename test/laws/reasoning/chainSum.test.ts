import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { chainSum } from '../../../examples/levels/reasoning/chainSum'
import { expectCheckViolation } from '../../support/expectCheckViolation'
import { answeredRows, judgeText } from '../../examples/levels/reasoning/support/levels'

/** An independent third method: bigint arithmetic, sign by sign. */
const summed = (input: string): string => {
  const [chain = ''] = input.slice('chain: '.length).split('\n')
  return String(
    [...`+ ${chain}`.matchAll(/([+-]) (\d+)/g)].reduce(
      (sum, [, sign, term = '']) => (sign === '+' ? sum + BigInt(term) : sum - BigInt(term)),
      0n,
    ),
  )
}

describe('the oracle of chain_sum', () => {
  it('agrees with bigint arithmetic on every row', () => {
    for (const [input, output] of answeredRows(chainSum)) expect(summed(input), input).toBe(output)
  })

  it('agrees with it on longer chains of longer terms', () => {
    const term = fc.bigInt({ min: 0n, max: 10n ** 30n })
    const chains = fc.tuple(term, fc.array(fc.tuple(fc.constantFrom('+', '-'), term), { minLength: 1, maxLength: 12 }))
    fc.assert(
      fc.property(chains, ([first, others]) => {
        const input = `chain: ${first}${others.map(([sign, next]) => ` ${sign} ${next}`).join('')}`
        expect(judgeText(chainSum, input)).toBe(summed(input))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it.each([
    ['product: 1 + 2', 'out of scope'],
    ['chain: 1 ++ 2', 'error: malformed input'],
    ['chain: 01 + 2', 'error: malformed input'],
    ['chain: 1 + 2\nends in: 13', 'error: malformed input'],
    ['chain: 1 + 2\nends in: 4', 'contradiction detected'],
    ['chain: 1 - 3\nends in: 2', '-2'],
    ['chain: 0 - 0', '0'],
    ['chain: 1 +', 'insufficient data'],
    ['chain: 1 & 2 +\nends in: 4', 'error: malformed input'],
  ])('judges %j as %s', (input, label) => expect(judgeText(chainSum, input)).toBe(label))
})

describe('a generator that ignores the sign of zero and later terms', () => {
  it('is rejected with a chain of two one-digit terms', () => {
    const [topic] = Object.values(chainSum.topics)
    const plus = { ...topic, answer: ({ terms }: { terms: number[] }) => String(terms.reduce((sum, term) => sum + term, 0)) }
    const { shrunk } = expectCheckViolation({ ...chainSum, topics: { chain: plus as never } }, 'oracle.agrees', {
      seed: 42,
      law: 'oracle.agrees',
    })
    expect(shrunk.input).toBe('chain: 0 - 1')
  })
})
