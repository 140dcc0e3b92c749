import { either as E } from 'fp-ts'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { proveRows } from '../../../src/verify/proveRows'
import { ANSWERED, AT_EDGE, INCOMPLETE, SEED_ROWS } from '../../support/expectVerified'

/** Returns for each row whether it is proven. */
const provenOf = (level: typeof sums, rows: readonly unknown[]): readonly boolean[] => proveRows(level, rows, []).map(E.isRight)

describe('proveRows', () => {
  it('proves rows in order, each by the verdict on its own text', () => {
    const wrong = { ...ANSWERED, expected_output: '25' }
    expect(provenOf(sums, [wrong, null, AT_EDGE, '', INCOMPLETE, wrong])).toEqual([false, false, true, false, true, false])
    expect(proveRows(sums, SEED_ROWS, [])).toEqual(SEED_ROWS.flatMap(row => proveRows(sums, [row], [])))
  })

  it('asks the oracle in one call, and not at all if no row is readable', () => {
    const calls: (readonly string[])[] = []
    const counting: typeof sums = {
      ...sums,
      oracle: inputs => {
        calls.push(inputs)
        return sums.oracle(inputs)
      },
    }
    proveRows(counting, [ANSWERED, null, INCOMPLETE], [])
    proveRows(counting, [null, '{'], [])
    expect(calls).toEqual([[ANSWERED.input, INCOMPLETE.input]])
  })

  it('asks row by row if the oracle throws, and rejects only the row that causes it', () => {
    const throwing: typeof sums = {
      ...sums,
      oracle: inputs => {
        if (inputs.includes(AT_EDGE.input)) throw new Error('a bug')
        return sums.oracle(inputs)
      },
    }
    expect(provenOf(throwing, [ANSWERED, AT_EDGE, INCOMPLETE])).toEqual([true, false, true])
  })
})
