import { fc, type LevelSpec, type SplitSample, REFUSALS, renderReport, type Sample, type Split } from 'genesis-datasets'
import { edge, mix } from 'genesis-datasets/arbitraries'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../src/model/cell'
import { Tally } from '../../../../src/stages/report/tally'
import { bareLevel, bareTopic } from '../../../support/bareLevel'
import { buildOrFail } from '../../../support/buildOrFail'
import { planOrFail } from '../../../support/planOrFail'

const nothing = fc.constant(0)
const zero = edge<number>({ easy: nothing, medium: nothing, hard: nothing }, () => true)
const spec = bareLevel({ one: bareTopic({ edges: { zero } }), two: bareTopic() }, mix({ valid: 65, edge_case: 20, adversarial: 15 }))
const BUILD_FACTS = { level: 'bare', version: '1.0.0', seed: '7' }

/** Makes a row of a cell as in a finished dataset, with this index. */
function rowOf(cell: Cell, index: number): Sample {
  const type = cell.adversarialType
  return {
    id: `bare_${String(index).padStart(6, '0')}`,
    input: `question ${index}`,
    expected_output: type === 'none' ? `answer ${index}` : REFUSALS[type],
    category: cell.category,
    difficulty: cell.difficulty,
    verified: true,
    verification_method: 'test',
    metadata: {
      topic: cell.topic,
      adversarial_type: type,
      edge: cell.edge,
      laws: ['text.wellFormed'],
      verified_by: ['nothing 1.0.0'],
      group: `group ${index}`,
      measured_difficulty: 3 as never,
      token: `token ${index}`,
    },
  }
}

/** Makes the rows of a plan cell by cell; every tenth is in val, the next one in test. */
function rowsOf(count: number): readonly SplitSample[] {
  const cells = planOrFail(spec, count).cells.flatMap(({ cell, rows }) => Array.from({ length: rows }, () => cell))
  const splitOf = (index: number): Split => (index % 10 === 0 ? 'val' : index % 10 === 1 ? 'test' : 'train')
  return cells.map((cell, index) => ({ sample: rowOf(cell, index), split: splitOf(index) }))
}

function reportOf(rows: readonly SplitSample[], count: number, discards: readonly string[] = []) {
  const tally = new Tally(spec, planOrFail(spec, count))
  for (const row of rows) tally.add(row)
  for (const reason of discards) tally.discard(reason)
  return tally.report(BUILD_FACTS)
}

describe('Tally.report', () => {
  const finished = () => reportOf(rowsOf(20), 20, ['duplicate input', 'a', 'duplicate input', 'z', 'b'])

  it('counts rows by category, difficulty, topic, type, edge and split', () => {
    const report = finished()
    expect(report).toMatchObject({
      ...BUILD_FACTS,
      count: 20,
      category: { valid: 13, edge_case: 4, adversarial: 3 },
      edge: { 'one.zero': 4 },
    })
    expect(report.edge).toEqual({ 'one.zero': 4 })
    expect(report.split).toEqual({ train: 16, val: 2, test: 2, adversarial: 0 })
    const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, rows) => sum + rows, 0)
    expect([total(report.difficulty), total(report.topic), total(report.adversarialType)]).toEqual([20, 20, 3])
  })

  it('lists all possible names in a fixed order, 0 included', () => {
    const none = reportOf([], 20)
    expect(Object.entries(none.category)).toEqual([
      ['valid', 0],
      ['edge_case', 0],
      ['adversarial', 0],
    ])
    expect(Object.keys(none.difficulty)).toEqual(['easy', 'medium', 'hard'])
    expect(Object.keys(none.topic)).toEqual(['one', 'two'])
    expect(Object.keys(none.adversarialType)).toEqual(['out_of_scope', 'malformed', 'contradictory', 'incomplete', 'ambiguous'])
    expect(none.edge).toEqual({ 'one.zero': 0 })
    expect(none.split).toEqual({ train: 0, val: 0, test: 0, adversarial: 0 })
    expect(none.discards).toEqual({})
  })

  it('counts discards by reason in alphabetical order', () => {
    expect(Object.entries(finished().discards)).toEqual([
      ['a', 1],
      ['b', 1],
      ['duplicate input', 2],
      ['z', 1],
    ])
  })

  it('has the figures of its checks', () => {
    const report = finished()
    const { cells } = planOrFail(spec, 20)
    const cellsWithRows = cells.filter(({ rows }) => rows > 0).length
    const figures = Object.fromEntries(report.checks.map(one => [one.name, one.figures]))
    expect(figures).toMatchObject({
      'dataset.verified': '20 of 20 rows verified',
      'dataset.adversarialShare': expect.stringMatching(
        /^dataset 15\.0 %, train \d+\.\d %, val \d+\.\d %, test \d+\.\d %; not required below 250 rows, because whole rows cannot satisfy it$/,
      ),
      'dataset.distinct': '0 equal inputs among 20 rows, 0 groups on two sides',
      'dataset.metadataComplete': '20 of 20 rows with complete metadata',
      'dataset.formatConsistent': '20 of 20 rows of one format',
    })
    expect(figures['dataset.balanced']).toContain(`; ${cellsWithRows} of ${cells.length} cells have rows`)
  })

  it('passes no check for no rows', () => {
    expect(reportOf([], 20).checks.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['dataset.verified', 'violated'],
      ['dataset.balanced', 'violated'],
      ['dataset.adversarialShare', 'notApplicable'],
      ['dataset.distinct', 'holds'],
      ['dataset.metadataComplete', 'violated'],
      ['dataset.formatConsistent', 'violated'],
      ['splits.disjoint', 'holds'],
      ['adversarial.noShortcut', 'notApplicable'],
      ['answers.spread', 'notApplicable'],
      ['difficulty.ordered', 'notApplicable'],
    ])
  })
})

describe('dataset.balanced', () => {
  const balancedOf = (rows: readonly SplitSample[], count = 20) =>
    reportOf(rows, count).checks.find(({ name }) => name === 'dataset.balanced')

  // Three more rows of the first cell and three fewer of the second: topic and category keep their counts.
  it('names the largest deviation from a share', () => {
    const plan = planOrFail(spec, 600)
    const [easy, medium] = plan.cells as [(typeof plan.cells)[0], (typeof plan.cells)[0]]
    expect([easy.cell.name, medium.cell.name, easy.share, medium.share]).toEqual([
      'valid.one.easy',
      'valid.one.medium',
      expect.closeTo(65),
      expect.closeTo(65),
    ])
    let left = 3
    const changed = rowsOf(600).map((row): SplitSample => {
      const { sample } = row
      if (sample.category !== 'valid' || sample.metadata.topic !== 'one' || sample.difficulty !== 'medium' || left-- <= 0) return row
      return { ...row, sample: { ...sample, difficulty: 'easy' } as Sample }
    })
    expect(balancedOf(changed, 600)).toMatchObject({
      outcome: 'violated',
      figures: expect.stringMatching(/^largest deviation: valid\.one\.\w+, 3\.00 rows from its share; /),
    })
  })

  it('is violated by a missing or an additional row', () => {
    const rows = rowsOf(20)
    expect(balancedOf(rows)?.outcome).toBe('holds')
    expect(balancedOf(rows.slice(1))?.outcome).toBe('violated')
    const tally = new Tally(spec, planOrFail(spec, 21))
    for (const row of rows) tally.add(row)
    expect(tally.report(BUILD_FACTS).checks[1]?.outcome).toBe('violated')
  })
})

describe('renderReport', () => {
  const printed = () => renderReport(reportOf(rowsOf(20), 20)).split('\n')

  it('aligns titles, counts and names in columns', () => {
    const lines = printed()
    expect(lines.slice(1, 4)).toEqual([
      '  category               13  valid',
      '                          4  edge_case',
      '                          3  adversarial',
    ])
    expect(lines).toContain('  discards          none')
  })

  it('has every kind of count under its title in this order', () => {
    const titles = printed().flatMap(line => /^ {2}([a-z][a-z ]*?) {2}/.exec(line)?.[1] ?? [])
    expect(titles).toEqual(['category', 'difficulty', 'topic', 'adversarial type', 'edge', 'split', 'discards', 'length'])
  })
})

type Change = (sample: Sample) => Sample
const meta = (sample: Sample, parts: Partial<Sample['metadata']>): Sample => ({
  ...sample,
  metadata: { ...sample.metadata, ...parts } as never,
})
/** Returns the rows of a plan with the first row of each named cell changed. */
function withChanged(count: number, cells: readonly string[], change: Change): readonly SplitSample[] {
  const { cells: all } = planOrFail(spec, count)
  const starts = new Map<string, number>()
  all.reduce((start, { cell, rows }) => {
    starts.set(cell.name, start)
    return start + rows
  }, 0)
  const places = new Set(cells.map(name => starts.get(name)))
  return rowsOf(count).map((row, index) => (places.has(index) ? { ...row, sample: change(row.sample) } : row))
}
const outcomeOf = (rows: readonly SplitSample[], count: number, name: string) => reportOf(rows, count).checks.find(one => one.name === name)

// 600 rows: 65 per valid cell, 40 per edge case, 3 per trap, without fractions.
describe('dataset.balanced, of 600 rows', () => {
  it('counts rows by difficulty and topic', () => {
    const report = reportOf(rowsOf(600), 600)
    expect(report.difficulty).toEqual({ easy: 200, medium: 200, hard: 200 })
    expect(report.topic).toEqual({ one: 195 + 120 + 45, two: 195 + 45 })
    expect(outcomeOf(rowsOf(600), 600, 'dataset.balanced')).toMatchObject({
      outcome: 'holds',
      figures: expect.stringMatching(/^largest deviation: none, 0\.00 rows from its share; /),
    })
  })

  const VALID = ['valid.one.easy', 'valid.one.medium', 'valid.one.hard']
  it.each<[string, readonly string[], Change]>([
    ['topic one', VALID, sample => meta(sample, { topic: 'two' })],
    ['category valid', VALID, sample => ({ ...meta(sample, { edge: 'zero' }), category: 'edge_case' })],
    ['difficulty easy', ['valid.one.easy', 'valid.two.easy', 'edge_case.one.zero.easy'], sample => ({ ...sample, difficulty: 'hard' })],
    [
      'type malformed',
      ['adversarial.one.malformed.easy', 'adversarial.one.malformed.medium', 'adversarial.one.malformed.hard'],
      sample => meta(sample, { adversarial_type: 'incomplete' }),
    ],
  ])('is violated if each cell is off by one and %s by three', (margin, cells, change) => {
    expect(outcomeOf(withChanged(600, cells, change), 600, 'dataset.balanced')).toMatchObject({
      outcome: 'violated',
      figures: expect.stringContaining(`largest deviation: ${margin}, 3.00 rows from its share`),
    })
  })

  it('is violated by a row of an unplanned cell, though nothing is off by more than one', () => {
    const rows = withChanged(600, ['valid.one.easy'], sample => meta(sample, { topic: 'another' }))
    expect(outcomeOf(rows, 600, 'dataset.balanced')).toMatchObject({
      outcome: 'violated',
      figures: expect.stringContaining(', 1.00 rows from its share'),
    })
  })
})

describe('a check of the fields of rows', () => {
  it.each<[string, string, Change]>([
    ['an empty topic', 'dataset.metadataComplete', sample => meta(sample, { topic: '' })],
    ['an empty edge', 'dataset.metadataComplete', sample => meta(sample, { edge: '' })],
    [
      'metadata without the last field',
      'dataset.metadataComplete',
      ({ metadata: { token: _, ...others }, ...sample }) => ({ ...sample, metadata: others as never }),
    ],
    ['an adversarial row without a type', 'dataset.formatConsistent', sample => ({ ...sample, category: 'adversarial' })],
    ['an edge case without an edge', 'dataset.formatConsistent', sample => ({ ...sample, category: 'edge_case' })],
  ])('rejects %s (%s)', (_, name, change) => {
    expect(outcomeOf(rowsOf(20), 20, name)?.outcome).toBe('holds')
    expect(outcomeOf(withChanged(20, ['valid.one.easy'], change), 20, name)?.outcome).toBe('violated')
  })
})

describe('dataset.adversarialShare', () => {
  it('is required from 250 rows on', () => {
    expect(outcomeOf(rowsOf(249), 249, 'dataset.adversarialShare')?.outcome).toBe('notApplicable')
    expect(outcomeOf(rowsOf(250), 250, 'dataset.adversarialShare')?.outcome).not.toBe('notApplicable')
  })
})

describe('renderReport, of a finished report', () => {
  it('begins with the build and ends with the checks', () => {
    const report = { ...reportOf(rowsOf(20), 20), capacityAdjustments: [{ cell: 'valid.one.easy', plannedRows: 30.25, capacity: 20 }] }
    const lines = renderReport(report).split('\n')
    expect(lines[0]).toBe('bare 1.0.0, seed 7: 20 rows')
    expect(lines).toContain('  capacity adjustment: valid.one.easy has 20 of 30.3 planned rows')
    expect(lines.slice(-11)).toEqual([
      '  dataset checks:',
      ...report.checks.map(
        ({ name, outcome, figures }) => `    ${outcome === 'holds' ? 'holds          ' : 'not applicable '}${name}: ${figures}`,
      ),
    ])
  })
})

describe('a plan that names a violated margin', () => {
  it('accepts the rows that follow it, without balance', () => {
    // Of seven rows over eight topics one is a trap, and its twin is a second row of one topic, whose share is 0.875.
    const topics = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`t${index}`, sums.topics.plain]))
    const { report } = buildOrFail({ ...sums, topics } as unknown as LevelSpec<never, number>, 42, { count: 7 })
    expect(report.checks.find(({ name }) => name === 'dataset.balanced')).toMatchObject({
      outcome: 'notApplicable',
      figures: expect.stringMatching(/^largest deviation: topic t\d, 1\.12 rows from its share;/),
    })
  })
})
