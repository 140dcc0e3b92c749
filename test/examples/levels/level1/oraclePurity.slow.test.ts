import { REFUSALS, type Verdict } from 'genesis-datasets'
import { level1 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Level1, level1Dataset } from './support/level1Dataset'
import { skipped } from './support/nativeOracle'

const COUNT = 200

let level: Level1
/** Rows as read from a file. */
let rows: readonly { readonly input: string; readonly expected_output: string }[]

const labelOf = (verdict: Verdict<string> | undefined): string => {
  if (verdict?._tag === 'Answer') return verdict.canonical
  return verdict?._tag === 'Refuse' ? REFUSALS[verdict.type] : `not judged: ${verdict?.reason}`
}

/** Returns a verdict without its predicate, which differs between verdicts. */
const factsOf = (verdict: Verdict<string>): unknown => ({ label: labelOf(verdict), ...verdict, equivalent: undefined })

const labelled = (): readonly string[] => rows.map(({ expected_output }) => expected_output)
const inputs = (): readonly string[] => rows.map(({ input }) => input)

/** Asks about all texts in batches of `size`. */
const inBatches = (texts: readonly string[], size: number): readonly Verdict<string>[] =>
  Array.from({ length: Math.ceil(texts.length / size) }, (_, batch) => texts.slice(batch * size, (batch + 1) * size)).flatMap(
    batch => level.oracle(batch) as Verdict<string>[],
  )

describe.skipIf(skipped !== '')(`the oracle of level 1${skipped}`, () => {
  beforeAll(async () => {
    const { level: made, dataset } = await level1Dataset(COUNT)
    level = made
    rows = dataset.samples.map(sample => JSON.parse(JSON.stringify(sample)))
  }, 60_000)

  it('returns the label of each row, asked alone, from its text alone', () => {
    expect(inBatches(inputs(), 1).map(labelOf)).toEqual(labelled())
    expect(rows).toHaveLength(COUNT)
  })

  it('returns the labels in batches of fifty, in one batch, and again if repeated', () => {
    expect(inBatches(inputs(), 50).map(labelOf)).toEqual(labelled())
    expect(level.oracle(inputs()).map(labelOf)).toEqual(labelled())
    expect(level.oracle(inputs()).map(labelOf)).toEqual(labelled())
  })

  it('is independent of the order of the inputs', () => {
    expect(inBatches(inputs().toReversed(), 50).map(labelOf)).toEqual(labelled().toReversed())
  })

  it('is independent of the other inputs in the batch, also of code that is endless, faults or gets no verdict', () => {
    const alone = inBatches(inputs(), 50).map(factsOf)
    const code = (text: string): string => `task: blocks\nisa: x86-64\nip: 0x401000\ncode: ${text}\nask: rax`
    const noise = ['', code('add rax, 0x1; jmp 0x401000'), code('ud2'), code('db 06'), code('mov qword ptr [rsp], rax'), '\ud800'.repeat(9)]
    const together = level.oracle(inputs().flatMap((input, index) => [noise[index % noise.length] as string, input, input]))
    expect(together.filter((_, index) => index % 3 === 1).map(factsOf)).toEqual(alone)
    expect(together.filter((_, index) => index % 3 === 2).map(factsOf)).toEqual(alone)
  })

  it('gives the same verdicts for a level that has built nothing', async () => {
    expect((await level1()).oracle(inputs()).map(labelOf)).toEqual(labelled())
  })
})
