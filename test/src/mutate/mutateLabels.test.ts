import { either as E } from 'fp-ts'
import {
  type LevelSpec,
  type MutateOptions,
  mutateLabels,
  type MutationReport,
  renderError,
  renderMutation,
  type Sample,
  type Verdict,
} from 'genesis-datasets'
import { answer, cannotJudge } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildOrFail } from '../../support/buildOrFail'
import { withEdit } from '../../support/withEdit'
import { expectProblems } from '../../support/expectProblems'

type Level = LevelSpec<never, number>
const level = sums as unknown as Level
const samples: readonly Sample[] = buildOrFail(sums, 42, { count: 400 }).samples

/** Mutates the labels of rows; returns the report and checks its sums. */
function mutated(spec: Level, rows: readonly Sample[] = samples, options?: MutateOptions): MutationReport {
  const report = mutateLabels(spec, rows, options)
  if (E.isLeft(report)) throw new Error(renderError(report.left))
  const { mutants, killed, equivalent, survivors, killRate, byMutation } = report.right
  expect(mutants).toBe(killed + equivalent + survivors.length)
  for (const [name, own] of Object.entries(byMutation)) {
    expect(own.mutants).toBe(own.killed + own.equivalent + survivors.filter(({ mutation }) => mutation === name).length)
  }
  for (const part of ['mutants', 'killed', 'equivalent'] as const) {
    expect(Object.values(byMutation).reduce((sum, own) => sum + own[part], 0)).toBe(report.right[part])
  }
  expect(killRate).toBe(mutants === equivalent ? 0 : killed / (mutants - equivalent))
  return report.right
}

/** Returns the level with changed verdicts of the oracle. */
const judging = (change: (verdict: Verdict<number>, input: string) => Verdict<number>): Level => ({
  ...level,
  oracle: inputs => level.oracle(inputs).map((verdict, index) => change(verdict, inputs[index] as string)),
})
const kinds = ({ survivors }: MutationReport): readonly string[] => [...new Set(survivors.map(({ mutation }) => mutation))].sort()

describe('mutateLabels', () => {
  it('reports all wrong labels as rejected for a level without a fault: three per row, of all six kinds', () => {
    const report = mutated(level)
    expect(report).toMatchObject({ level: 'sums', seed: '42', rejectedRows: 0, killRate: 1, equivalent: 0, survivors: [] })
    expect(report.mutants).toBe(3 * samples.length)
    const traps = samples.filter(({ category }) => category === 'adversarial').length
    const counts = Object.entries(report.byMutation).map(([name, { mutants }]) => [name, mutants])
    expect(Object.fromEntries(counts)).toEqual({
      anotherAnswer: samples.length - traps,
      smallEdit: samples.length - traps,
      refusalForAnswer: samples.length - traps,
      anotherRefusal: traps,
      twinsAnswer: traps,
      answerForRefusal: traps,
    })
  })

  it('returns the same mutants for the same seed and others for another seed', () => {
    // An oracle that accepts everything shows all wrong answers as survivors.
    const lax = judging(verdict => (verdict._tag === 'Answer' ? answer(verdict.canonical, () => true) : verdict))
    const labels = (seed: number | bigint): readonly string[] => mutated(lax, samples, { seed }).survivors.map(({ mutant }) => mutant)
    const sevens = labels(7)
    expect(labels(7)).toEqual(sevens)
    expect(labels(7n)).toEqual(sevens)
    expect(mutated(lax, samples, {})).toEqual(mutated(lax, samples, { seed: 42 }))
    const different = labels(8).filter((label, index) => label !== sevens[index])
    expect(different.length).toBeGreaterThan(sevens.length / 2)
  })

  it('makes as many mutants as the limit allows', () => {
    for (const limit of [1, 2, 100]) expect(mutated(level, samples, { limit }).mutants).toBe(limit)
    expect(mutated(level, samples, { limit: 1e9 }).mutants).toBe(3 * samples.length)
    expect(mutated(level, [])).toMatchObject({ mutants: 0, killRate: 0 })
  })

  it('ignores the claims of a row, and reviews with the verdict wrong', () => {
    const forged = samples.map(row => withEdit(row, 'metadata.laws', ['oracle.agrees']) as Sample)
    expect(mutated(level, forged)).toEqual(mutated(level))
    const manual = samples.map(row => withEdit(row, 'verification_method', 'manual') as Sample)
    expect(mutated({ ...level, verificationMethod: 'manual' }, manual).killRate).toBe(1)
  })
})

describe('mutateLabels, for a verifier that rejects everything', () => {
  it('counts none of the rejections', () => {
    const report = mutated(
      judging(() => cannotJudge('no tool')),
      samples,
    )
    expect(report).toMatchObject({ rejectedRows: samples.length, mutants: 0, killed: 0, killRate: 0 })
    expect(renderMutation(report)).toContain(`${samples.length} rows are rejected with their original label`)
  })
})

describe('mutateLabels, for a verifier that is too lax', () => {
  it.each<[string, Level, readonly string[]]>([
    [
      'an oracle that accepts every answer',
      judging(verdict => (verdict._tag === 'Answer' ? answer(verdict.canonical, () => true) : verdict)),
      ['anotherAnswer', 'smallEdit'],
    ],
    [
      'an oracle that compares lengths only',
      judging(verdict =>
        verdict._tag === 'Answer' ? answer(verdict.canonical, one => `${one}`.length === `${verdict.canonical}`.length) : verdict,
      ),
      ['anotherAnswer', 'smallEdit'],
    ],
    [
      'an oracle that refuses nothing',
      {
        ...judging((verdict, input) => (verdict._tag === 'Refuse' ? answer(Number(/\d+/.exec(input)?.[0]), () => true) : verdict)),
        question: { print: printed, parse: careless },
      } as unknown as Level,
      ['answerForRefusal', 'twinsAnswer'],
    ],
    [
      'an oracle that knows one refusal, and refuses all with it',
      judging(() => ({ _tag: 'Refuse', type: 'incomplete' })),
      ['anotherRefusal', 'refusalForAnswer'],
    ],
    [
      'an oracle that is silent about manually verified rows',
      { ...judging(() => cannotJudge('no tool')), verificationMethod: 'manual' },
      ['anotherAnswer', 'anotherRefusal', 'refusalForAnswer', 'smallEdit'],
    ],
  ])('reports survivors of its kind and a kill rate below 1: %s', (_, lax, expected) => {
    const rows = samples.map(row => withEdit(row, 'verification_method', lax.verificationMethod) as Sample)
    const report = mutated(lax, rows)
    expect(kinds(report)).toEqual(expected)
    expect(report.killRate).toBeLessThan(1)
    for (const { mutation, id, input, expected_output, mutant } of report.survivors) {
      expect(rows).toContainEqual(expect.objectContaining({ id, input, expected_output }))
      expect(mutant).not.toBe(expected_output)
      expect(Number.isNaN(Number(mutant))).toBe(['anotherRefusal', 'refusalForAnswer'].includes(mutation))
    }
    const text = renderMutation(report)
    expect(text.match(/^ {2}survived: /gm)).toHaveLength(10)
    expect(text).toMatch(new RegExp(`^ {2}and ${report.survivors.length - 10} more$`, 'm'))
  })

  function printed(sum: Parameters<typeof sums.question.print>[0] & { readonly text?: string }): string {
    return sum.text ?? sums.question.print(sum)
  }

  /** Parses refusals as if they were answers. */
  function careless(text: string) {
    const parsed = sums.question.parse(text)
    return E.isRight(parsed) ? parsed : E.right({ terms: [1, 1], stated: false, text })
  }
})

describe('a mutant that is as right as the label', () => {
  const sameDigit = judging(verdict =>
    verdict._tag === 'Answer' ? answer(verdict.canonical, one => one % 10 === verdict.canonical % 10) : verdict,
  )
  const withEquivalent = (equivalent: unknown): Level => withEdit(sameDigit, 'topics.plain.equivalent', equivalent) as Level
  const total = ({ terms }: { terms: readonly number[] }): number => terms.reduce((sum, term) => sum + term, 0)

  it('is counted separately if the generator agrees, and survives otherwise', () => {
    const report = mutated(withEquivalent((question: { terms: number[] }, one: number) => one % 10 === total(question) % 10))
    expect(report.equivalent).toBeGreaterThan(30)
    expect(report).toMatchObject({ killRate: 1, survivors: [] })
    const unknown = mutated(sameDigit)
    expect(unknown.survivors).toHaveLength(report.equivalent)
    expect(unknown).toMatchObject({ equivalent: 0, killed: report.killed })
  })

  it('is recognized by the topic of the row if no text determines the topic', () => {
    const equivalent = (question: { terms: number[] }, one: number) => one % 10 === total(question) % 10
    const { plain } = sums.topics
    const named = samples.map(row => withEdit(withEdit(row, 'metadata.topic', 'named'), 'metadata.token', '') as Sample)
    const level = { ...sameDigit, topics: { plain, named: { ...plain, equivalent } } } as unknown as Level
    expect(mutated(level, named).equivalent).toBeGreaterThan(30)
  })

  it('is not recognized by a predicate that throws or returns a promise', () => {
    const thrower = () => {
      throw new Error('a bug')
    }
    for (const equivalent of [thrower, async () => true]) {
      expect(mutated(withEquivalent(equivalent))).toEqual(mutated(sameDigit))
    }
  })
})

describe('mutateLabels, given invalid arguments', () => {
  it.each<[string, unknown, unknown, unknown, string]>([
    ['no level', undefined, samples, {}, 'spec'],
    ['a level without an oracle', { ...sums, oracle: undefined }, samples, {}, 'oracle'],
    ['no rows', sums, undefined, {}, 'samples'],
    ['a text for rows', sums, 'rows', {}, 'samples'],
    ['an invalid row', sums, [samples[0], null], {}, 'samples.1'],
    ['a row without metadata', sums, [{ ...samples[0], metadata: {} }], {}, 'samples.0'],
    ["another level's row", sums, [withEdit(samples[0], 'id', 'level0_000001')], {}, 'samples.0.id'],
    ['a seed of another kind', sums, samples, { seed: 1.5 }, 'options.seed'],
    ['a limit of zero', sums, samples, { limit: 0 }, 'options.limit'],
    ['an unknown option', sums, samples, { count: 7 }, 'options.count'],
  ])('returns the errors as data: %s', (_, spec, rows, options, path) => {
    const report = mutateLabels(spec as Level, rows as readonly Sample[], options as MutateOptions)
    expect(E.isLeft(report) ? expectProblems(report.left).map(problem => problem.path) : []).toContain(path)
  })
})
