import { REFUSALS, type Verdict } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Level0, level0Dataset } from './support/level0Dataset'

const COUNT = 2_000

let level: Level0
/** Nothing of the rows but what a file holds. */
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

/** A verdict but for its predicate, which no two verdicts share. */
const factsOf = (verdict: Verdict<string>): unknown => ({ label: labelOf(verdict), ...verdict, equivalent: undefined })

const labelled = (): readonly string[] => rows.map(({ expected_output }) => expected_output)
const inputs = (): readonly string[] => rows.map(({ input }) => input)

describe('the verdicts of the oracle of level 0', () => {
  it('are the labels of all rows, each asked alone, by its text alone', () => {
    expect(inputs().map(input => labelOf(level.oracle([input])[0]))).toEqual(labelled())
    expect(rows).toHaveLength(COUNT)
  })

  it('are the labels when all are asked at once, and once more', () => {
    expect(level.oracle(inputs()).map(labelOf)).toEqual(labelled())
    expect(level.oracle(inputs()).map(labelOf)).toEqual(labelled())
  })

  it('do not depend on the order', () => {
    expect(level.oracle(inputs().toReversed()).map(labelOf)).toEqual(labelled().toReversed())
  })

  it('do not depend on what else is in the batch', () => {
    const alone = inputs().map(input => factsOf(level.oracle([input])[0] as Verdict<string>))
    const noise = ['', 'task: decode', 'task: decode\nisa: x86-64\nip: 0x1000\nbytes: f0 90', '\ud800'.repeat(100)]
    const together = level.oracle(inputs().flatMap((input, index) => [noise[index % noise.length] as string, input, input]))
    expect(together.filter((_, index) => index % 3 === 1).map(factsOf)).toEqual(alone)
    expect(together.filter((_, index) => index % 3 === 2).map(factsOf)).toEqual(alone)
  })

  it('are those of a level that has built nothing', async () => {
    expect((await level0()).oracle(inputs()).map(labelOf)).toEqual(labelled())
  })

  it('are not given on a text that is no input, and nothing throws', () => {
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
