import { REFUSALS, type Verdict } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Level0, level0Dataset } from './support/level0Dataset'

const COUNT = 2_000

let level: Level0
/** Rows as read from a file. */
let rows: readonly { readonly input: string; readonly expected_output: string }[]
beforeAll(async () => {
  const { level: made, dataset } = await level0Dataset(COUNT)
  level = made
  rows = dataset.samples.map(sample => JSON.parse(JSON.stringify(sample)))
}, 60_000)

const labelOf = (verdict: Verdict<string> | undefined): string => {
  if (verdict?._tag === 'Answer') return verdict.canonical
  return verdict?._tag === 'Refuse' ? REFUSALS[verdict.type] : `not judged: ${verdict?.reason}`
}

/** Returns a verdict without its predicate, which differs between verdicts. */
const factsOf = (verdict: Verdict<string>): unknown => ({ label: labelOf(verdict), ...verdict, equivalent: undefined })

const labelled = (): readonly string[] => rows.map(({ expected_output }) => expected_output)
const inputs = (): readonly string[] => rows.map(({ input }) => input)

describe('the oracle of level 0', () => {
  it('returns the label of each row, asked alone, from its text alone', () => {
    expect(inputs().map(input => labelOf(level.oracle([input])[0]))).toEqual(labelled())
    expect(rows).toHaveLength(COUNT)
  })

  it('returns the labels if it is asked about all rows together, and again if repeated', () => {
    expect(level.oracle(inputs()).map(labelOf)).toEqual(labelled())
    expect(level.oracle(inputs()).map(labelOf)).toEqual(labelled())
  })

  it('is independent of the order of the inputs', () => {
    expect(level.oracle(inputs().toReversed()).map(labelOf)).toEqual(labelled().toReversed())
  })

  it('is independent of the other inputs in the batch', () => {
    const alone = inputs().map(input => factsOf(level.oracle([input])[0] as Verdict<string>))
    const noise = ['', 'task: decode', 'task: decode\nisa: x86-64\nip: 0x1000\nbytes: f0 90', '\ud800'.repeat(100)]
    const together = level.oracle(inputs().flatMap((input, index) => [noise[index % noise.length] as string, input, input]))
    expect(together.filter((_, index) => index % 3 === 1).map(factsOf)).toEqual(alone)
    expect(together.filter((_, index) => index % 3 === 2).map(factsOf)).toEqual(alone)
  })

  it('gives the same verdicts for a level that has built nothing', async () => {
    expect((await level0()).oracle(inputs()).map(labelOf)).toEqual(labelled())
  })

  it('gives no verdict on a text that is not an input, and never throws', () => {
    const [input = ''] = inputs()
    const broken = [
      '',
      '\n',
      ' '.repeat(10_000),
      `${input}\n`,
      ` ${input}`,
      input.toUpperCase(),
      input.replaceAll('\n', '\r\n'),
      input.replace(/^ip: .*\n/m, ''),
      input.replace(/^ip: .*$/m, 'ip: 0x00'),
      input.replace(/^ip: .*$/m, 'ip: -0x10'),
      input.replace(/^isa: .*$/m, 'isa: mips'),
      input.replace(/^isa: .*$/m, 'isa: __proto__'),
      input.replace(/^isa: .*$/m, 'isa: constructor'),
      input.replace(/^task: .*$/m, 'task: toString'),
      input.split('\n').toReversed().join('\n'),
    ]
    expect(level.oracle(broken).map(({ _tag }) => _tag)).toEqual(broken.map(() => 'CannotJudge'))
  })
})
