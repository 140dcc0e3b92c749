import { type Grade, gradeDataset, REFUSALS, type Sample, type Score } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildOrFail } from '../../support/buildOrFail'
import { withEdit } from '../../support/withEdit'
import { addressOf } from '../../support/readToken'
import { expectAccepted, ANSWERED, AT_EDGE, CONTRADICTORY, INCOMPLETE, MALFORMED, OUT_OF_SCOPE } from '../../support/expectVerified'

const { samples, splits } = buildOrFail(sums, 42, { count: 400 })
const isTrap = ({ category }: Sample): boolean => category === 'adversarial'
const traps = samples.filter(isTrap)
const twins = new Map(samples.filter(row => !isTrap(row)).map(row => [addressOf(row.metadata.token), row]))
const twinOf = ({ metadata }: Sample): Sample => twins.get(addressOf(metadata.token)) ?? expect.unreachable('a trap without its twin')
/** Grades a model given as a function from rows to outputs. */
const reported = (rows: readonly Sample[], outputOf: (row: Sample) => string) =>
  gradeDataset(
    sums,
    rows.map(sample => ({ sample, output: outputOf(sample) })),
  )
const right = ({ expected_output }: Sample): string => expected_output
const score = (of: number, rows: number): object => expect.objectContaining({ right: of, rows, share: of / rows })

describe('an accuracy', () => {
  const [row] = samples as [Sample]
  const accuracyOf = (hits: number, trials: number): Score =>
    gradeDataset(
      sums,
      Array.from({ length: trials }, (_, index) => ({ sample: row, output: index < hits ? row.expected_output : '' })),
    ).accuracy

  /** 10 by hand, with z = 1.96: (s + z²/2n ± z √(s(1-s)/n + z²/4n²)) / (1 + z²/n). The others: Newcombe 1998, table I, method 3. */
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('has the 95 %% Wilson interval: %d of %d from %d to %d', (hits, trials, low, high) => {
    const accuracy = accuracyOf(hits, trials)
    expect(accuracy).toMatchObject({ rows: trials, right: hits, share: hits / trials })
    expect([accuracy.low, accuracy.high].map(end => end.toFixed(4))).toEqual([low.toFixed(4), high.toFixed(4)])
  })

  it('has no value for no rows', () => {
    const nothing = { rows: 0, right: 0, share: 0, low: 0, high: 1 }
    const none: Record<Grade, number> = { right: 0, wrong: 0, refused: 0, hedged: 0 }
    const empty = { byTopic: {}, byDifficulty: {}, byCategory: {}, byAdversarialType: {} }
    const scores = { accuracy: nothing, answerable: nothing, traps: nothing, pairs: nothing }
    expect(gradeDataset(sums, [])).toEqual({ grades: none, ...scores, unpaired: 0, ...empty })
  })
})

describe('the report of gradeDataset', () => {
  it('counts by topic, difficulty, category and type of trap', () => {
    const outputs: readonly (readonly [object, string])[] = [
      [ANSWERED, '24'],
      [{ ...ANSWERED, difficulty: 'hard' }, '25'],
      [{ ...AT_EDGE, difficulty: 'hard' }, '7'],
      [AT_EDGE, '7 or 8'],
      [OUT_OF_SCOPE, 'out of scope'],
      [{ ...MALFORMED, difficulty: 'medium' }, 'cannot determine'],
      [MALFORMED, 'error: malformed input'],
      [{ ...CONTRADICTORY, difficulty: 'hard' }, '24'],
      [INCOMPLETE, 'insufficient data, or 24'],
    ]
    const report = gradeDataset(
      sums,
      outputs.map(([row, output]) => ({ sample: expectAccepted(sums, row), output })),
    )
    expect(report).toEqual({
      grades: { right: 4, wrong: 2, refused: 1, hedged: 2 },
      accuracy: score(4, 9),
      answerable: score(2, 4),
      traps: score(2, 5),
      pairs: { rows: 0, right: 0, share: 0, low: 0, high: 1 },
      unpaired: 5,
      byTopic: { plain: score(4, 9) },
      byDifficulty: { easy: score(3, 5), medium: score(0, 1), hard: score(1, 3) },
      byCategory: { valid: score(1, 2), edge_case: score(1, 2), adversarial: score(2, 5) },
      byAdversarialType: { out_of_scope: score(1, 1), malformed: score(1, 2), contradictory: score(0, 1), incomplete: score(0, 1) },
    })
  })

  it('lists ordered values in their order, independent of the order of the rows', () => {
    const names = (rows: readonly Sample[]) => {
      const { byCategory, byDifficulty, byAdversarialType } = reported(rows, right)
      return [byCategory, byDifficulty, byAdversarialType].map(scores => Object.keys(scores))
    }
    const types = ['out_of_scope', 'malformed', 'contradictory', 'incomplete']
    expect(names(samples)).toEqual([['valid', 'edge_case', 'adversarial'], ['easy', 'medium', 'hard'], types])
    expect(names([...samples].reverse())).toEqual(names(samples))
  })

  it('has counts that add up for any outputs', () => {
    const report = reported(
      samples,
      ({ id, expected_output }) => ['cannot determine', '7', '7 or 8', expected_output][Number(id.slice(-2)) % 4] as string,
    )
    const sum = (scores: Readonly<Record<string, Score>>) => Object.values(scores).reduce((total, { rows }) => total + rows, 0)
    expect(Object.values(report.grades).reduce((total, count) => total + count)).toBe(400)
    expect([report.byTopic, report.byDifficulty, report.byCategory].map(sum)).toEqual([400, 400, 400])
    expect(sum(report.byAdversarialType)).toBe(traps.length)
    expect(report.pairs.rows + report.unpaired).toBe(traps.length)
    expect(report.answerable.rows + report.traps.rows).toBe(400)
    expect(report.answerable.right + report.traps.right).toBe(report.grades.right)
  })

  it('reads outputs from any iterable, once', () => {
    function* outputs() {
      for (const sample of samples) yield { sample, output: sample.expected_output }
    }
    expect(gradeDataset(sums, outputs())).toEqual(reported(samples, right))
  })

  it('accepts any outputs, also from untyped callers', () => {
    const outputs = [undefined, null, 24, {}, Symbol('24'), ['24'], '24'.repeat(10_000)].map(output => ({
      sample: samples[0] as Sample,
      output: output as string,
    }))
    expect(gradeDataset(sums, outputs).grades).toEqual({ right: 0, wrong: outputs.length, refused: 0, hedged: 0 })
  })

  it('counts an output without a sample as wrong, in none of the groups', () => {
    const broken = [undefined, null, 7, {}, { sample: null, output: '' }, { sample: {}, output: '' }] as never[]
    const report = gradeDataset(sums, [...broken, { sample: samples[0] as Sample, output: right(samples[0] as Sample) }])
    expect(report.grades).toEqual({ right: 1, wrong: broken.length, refused: 0, hedged: 0 })
    expect(report.accuracy.rows).toBe(broken.length + 1)
    expect(report.answerable.rows + report.traps.rows).toBe(1)
    expect(report.byTopic).toEqual({ plain: score(1, 1) })
  })
})

describe('the report of gradeDataset, on answering and refusing', () => {
  it('scores them separately: a model that always refuses answers nothing, and vice versa', () => {
    expect(reported(samples, () => 'cannot determine')).toMatchObject({ answerable: { right: 0, rows: 400 - traps.length } })
    const answering = reported(samples, row => right(isTrap(row) ? twinOf(row) : row))
    expect(answering).toMatchObject({ answerable: score(400 - traps.length, 400 - traps.length), traps: score(0, traps.length) })
    expect(reported(samples, row => (isTrap(row) ? right(row) : ''))).toMatchObject({ traps: score(traps.length, traps.length) })
  })
})

describe('the score of pairs', () => {
  it('is 1 if traps and twins are right, and counts traps without a twin', () => {
    expect(reported(samples, right)).toMatchObject({ pairs: score(traps.length, traps.length), unpaired: 0 })
    const heldOut = [...splits.test, ...splits.adversarial]
    expect(reported(heldOut, right).unpaired).toBe(0)
    expect(reported(splits.adversarial, right)).toMatchObject({ pairs: { rows: 0 }, unpaired: splits.adversarial.length })
    const [first, ...others] = traps as [Sample, ...Sample[]]
    const report = reported(
      samples.filter(row => row !== twinOf(first)),
      right,
    )
    expect(report).toMatchObject({ pairs: score(others.length, others.length), unpaired: 1 })
  })

  it.each(Object.values(REFUSALS))('is 0 for constant refusals: %s', refusal => {
    const report = reported(samples, () => refusal)
    expect(report.pairs).toMatchObject({ right: 0, rows: traps.length, low: 0 })
    expect(report.grades.right).toBe(traps.filter(({ expected_output }) => expected_output === refusal).length)
  })

  it('is 0 if every row is refused with the refusal of its trap', () => {
    const refusals = new Map(traps.map(trap => [addressOf(trap.metadata.token), trap.expected_output]))
    expect(reported(samples, ({ metadata }) => refusals.get(addressOf(metadata.token)) ?? '').pairs.right).toBe(0)
  })

  it('is 0 for constant answers and for hedging', () => {
    expect(reported(samples, row => right(isTrap(row) ? twinOf(row) : row)).pairs).toMatchObject({ right: 0, rows: traps.length })
    expect(
      reported(
        traps.flatMap(trap => [trap, twinOf(trap)]),
        row => `${right(row)} or ${right(isTrap(row) ? twinOf(row) : row)}1`,
      ).pairs.right,
    ).toBe(0)
  })

  it('is 0 for refusing every row first and answering every row later', () => {
    for (const order of [0, 1]) {
      const refusing = samples.map(sample => ({ sample, output: isTrap(sample) ? right(sample) : 'cannot determine' }))
      const answering = samples.map(sample => ({ sample, output: right(isTrap(sample) ? twinOf(sample) : sample) }))
      const { pairs } = gradeDataset(sums, order === 0 ? [...refusing, ...answering] : [...answering, ...refusing])
      expect(pairs).toMatchObject({ right: 0, rows: 2 * traps.length })
    }
  })

  it('pairs rows by their draw, neither across seeds nor without tokens', () => {
    const others = buildOrFail(sums, 43, { count: 400 }).samples.filter(row => !isTrap(row))
    expect(reported([...traps, ...others], right)).toMatchObject({ pairs: { rows: 0 }, unpaired: traps.length })
    const bare = samples.map(row => withEdit(row, 'metadata.token', '') as Sample)
    expect(reported(bare, right)).toMatchObject({ pairs: { rows: 0 }, unpaired: traps.length })
  })
})
