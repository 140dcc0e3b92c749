import { buildDataset, checkLevel, mutateLabels, renderError, verifySample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { expectReproducible } from '../../../support/reproducible'
import { dataset, labelOf, LEVELS } from './support/levels'

describe.each(LEVELS)('the reasoning level %s', (_name, level) => {
  it('builds 2,000 rows that pass all checks', () => {
    const { samples, report } = dataset(level)
    expect(samples).toHaveLength(2_000)
    expect(report.checks.filter(({ outcome }) => outcome === 'violated')).toEqual([])
  })

  it('builds the same bytes again', () => {
    const again = buildDataset(level, 42, { count: 2_000 })
    if (again._tag === 'Left') expect.unreachable(renderError(again.left))
    else expect(JSON.stringify(again.right.splits)).toBe(JSON.stringify(dataset(level).splits))
  })

  it('satisfies its laws, also under bias', () => {
    const checked = checkLevel(level, { seed: 42, runs: 300 })
    if (checked._tag === 'Left') expect.unreachable(renderError(checked.left))
  })

  it('proves its rows from their texts, replays them, and parses what it prints', () => {
    for (const row of dataset(level).samples.slice(0, 500)) {
      const verified = verifySample(level, JSON.parse(JSON.stringify(row)))
      if (verified._tag === 'Left') expect.unreachable(renderError(verified.left))
      if (row.category === 'adversarial') continue
      const question = level.question.parse(row.input)
      expect(question._tag === 'Right' && level.question.print(question.right)).toBe(row.input)
      expect(question._tag === 'Right' && level.question.parse(level.question.print(question.right))).toEqual(question)
    }
    for (const row of dataset(level).samples.slice(0, 100)) expectReproducible(level, row)
  })

  it('rejects every wrong label', () => {
    const mutated = mutateLabels(level, dataset(level).samples.slice(0, 500))
    expect(mutated._tag === 'Right' && [mutated.right.rejectedRows, mutated.right.killRate, mutated.right.mutants]).toEqual([0, 1, 1_500])
  })

  it('has an oracle whose verdicts equal the labels: alone, in a batch, in any order', () => {
    const { samples } = dataset(level)
    const [inputs, labels] = [samples.map(({ input }) => input), samples.map(({ expected_output }) => expected_output)]
    const labelled = (some: readonly string[]) => level.oracle(some).map(verdict => labelOf(level, verdict))
    expect(inputs.flatMap(input => labelled([input]))).toEqual(labels)
    expect(labelled(inputs.toReversed())).toEqual(labels.toReversed())
    expect(labelled(inputs.flatMap(input => ['', input, '\ud800'])).filter((_, index) => index % 3 === 1)).toEqual(labels)
  })

  it('refuses each trap for the intended reason', () => {
    const traps = dataset(level).samples.filter(({ category }) => category === 'adversarial')
    const types = traps
      .map(({ input }) => level.oracle([input])[0])
      .map(verdict => (verdict?._tag === 'Refuse' ? verdict.type : verdict?._tag))
    expect(types).toEqual(traps.map(({ metadata }) => metadata.adversarial_type))
    const offered = Object.entries(level.adversarial).filter(([, trapGenerator]) => trapGenerator._tag === 'FromTwin')
    expect(new Set(types)).toEqual(new Set(offered.map(([type]) => type)))
  })

  it('gives no answer to a foreign text, and does not throw', () => {
    const [{ input } = { input: '' }] = dataset(level).samples.filter(({ category }) => category === 'valid')
    const broken = [
      '',
      '\n',
      `${input}\n`,
      ` ${input}`,
      `${input} `,
      input.replaceAll('\n', '\r\n'),
      input.slice(1),
      '\ud800',
      '__proto__: 1',
    ]
    expect(level.oracle(broken).filter(({ _tag }) => _tag === 'Answer')).toEqual([])
  })
})
