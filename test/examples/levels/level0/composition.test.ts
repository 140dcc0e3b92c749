import { ADVERSARIAL_TYPES, type Dataset, DIFFICULTIES, type Difficulty, type Sample } from 'genesis-datasets'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '../../../support/readToken'
import { type Level0, level0Dataset } from './support/level0Dataset'
import { readInput } from './support/readInput'

const COUNT = 10_000
const SIZES: Readonly<Record<Difficulty, readonly [least: number, most: number]>> = { easy: [1, 1], medium: [2, 4], hard: [6, 10] }

let level: Level0
let dataset: Dataset
let answerable: readonly Sample[]
let traps: readonly Sample[]

beforeAll(async () => {
  const built = await level0Dataset(COUNT)
  level = built.level
  dataset = built.dataset
  answerable = dataset.samples.filter(({ category }) => category !== 'adversarial')
  traps = dataset.samples.filter(({ category }) => category === 'adversarial')
}, 60_000)

const ofType = (type: string): readonly Sample[] => traps.filter(({ metadata }) => metadata.adversarial_type === type)
const withIsa = (rows: readonly Sample[], isa: string): readonly Sample[] => rows.filter(({ input }) => readInput(input).isa === isa)

/** Returns the instructions of an answerable row, from its text or from the oracle's reading of its bytes. */
function instructionsOf({ input }: Sample): readonly string[] {
  const { task, writtenOut } = readInput(input)
  if (task === 'encode') return writtenOut.split('; ')
  const [verdict] = level.oracle([input.replace(`task: ${task}`, 'task: decode').replace(/\nclasses: .*/, '')])
  return verdict?._tag === 'Answer' ? verdict.canonical.split('\n').map(line => line.replace(/^\d+ \d+ /, '')) : []
}

describe('a level 0 dataset of 10,000 rows', () => {
  it('has 10,000 rows and passes every dataset check', () => {
    expect(dataset.samples).toHaveLength(COUNT)
    // Three hundred traps per type are too few to decide about surface shortcuts.
    const others = dataset.report.checks.filter(({ outcome }) => outcome !== 'holds')
    expect(others.map(({ name, outcome }) => [name, outcome])).toEqual([['adversarial.noShortcut', 'notApplicable']])
  })

  it('increases from easy to medium to hard in instructions, bytes and distinct instructions', () => {
    const medianOf = (numbers: readonly number[]): number => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] as number
    const measures = {
      instructions: (row: Sample) => instructionsOf(row).length,
      bytes: (row: Sample) => Number(row.metadata.measured_difficulty),
      distinct: (row: Sample) => new Set(instructionsOf(row).map(text => text.split(' ')[0])).size,
    }
    const rows = answerable.filter((_, index) => index % 5 === 0)
    for (const [name, measure] of Object.entries(measures)) {
      const [easy, medium, hard] = (['easy', 'medium', 'hard'] as const).map(difficulty =>
        medianOf(rows.filter(row => row.difficulty === difficulty).map(measure)),
      ) as [number, number, number]
      expect(easy, name).toBeLessThan(medium)
      expect(medium, name).toBeLessThan(hard)
    }
  })

  it('makes false statements only if the mode is declared, since a statement determines the mode otherwise', () => {
    const ofBytes = ofType('contradictory').filter(({ metadata }) => metadata.topic !== 'encode')
    expect(ofBytes.length).toBeGreaterThan(200)
    expect(withIsa(ofBytes, 'x86')).toEqual([])
    expect(withIsa(ofType('incomplete'), 'x86').length).toBeGreaterThan(10)
  })

  it('declares 32-bit code in at least a tenth of the answerable rows of every topic', () => {
    for (const topic of Object.keys(level.topics)) {
      const rows = answerable.filter(({ metadata }) => metadata.topic === topic)
      expect(withIsa(rows, 'x86-32').length, topic).toBeGreaterThanOrEqual(rows.length / 10)
    }
  })

  it('leaves the mode open in at least as many answerable rows as ambiguous rows', () => {
    const open = withIsa(answerable, 'x86')
    const closed = withIsa(ofType('ambiguous'), 'x86')
    expect(closed).toHaveLength(ofType('ambiguous').length)
    expect(closed.length).toBeGreaterThan(100)
    expect(open.length).toBeGreaterThanOrEqual(closed.length)
  })

  it.each([
    [/ is \S+$/, 80],
    [/ is not \S+$/, 80],
    [/ has \d+ bytes$/, 40],
    [/ does not have \d+ bytes$/, 40],
  ] as const)('makes true statements of the form %s at least as often as false ones', (shape, least) => {
    const states = ({ input }: Sample): boolean => shape.test(readInput(input).given ?? '')
    const lies = ofType('contradictory').filter(states)
    expect(lies.length).toBeGreaterThan(least)
    // Excludes the twins of false statements, which state as much by design.
    const twins = new Set(ofType('contradictory').map(({ metadata }) => addressOf(metadata.token)))
    const others = answerable.filter(({ metadata }) => !twins.has(addressOf(metadata.token)))
    expect(others.filter(states).length).toBeGreaterThanOrEqual(lies.length)
  })

  it('denies in half of all statements, true and false alike', () => {
    const stating = answerable.filter(({ input }) => readInput(input).given !== undefined && readInput(input).isa !== 'x86')
    for (const rows of [stating, ofType('contradictory')]) {
      const denials = rows.filter(({ input }) => / (?:is|does) not /.test(readInput(input).given ?? ''))
      expect(denials.length / rows.length).toBeGreaterThan(0.4)
      expect(denials.length / rows.length).toBeLessThan(0.6)
    }
  })

  it('has a statement in every contradictory row', () => {
    expect(ofType('contradictory').filter(({ input }) => readInput(input).given === undefined)).toEqual([])
  })

  it('has traps of every possible type for every topic at every difficulty, and no others', () => {
    const names = traps.map(({ metadata, difficulty }) => `${metadata.topic}.${metadata.adversarial_type}.${difficulty}`)
    const possible = Object.entries(level.topics).flatMap(([topic, { adversarial }]) =>
      ADVERSARIAL_TYPES.filter(type => (adversarial?.[type] ?? level.adversarial[type])._tag === 'FromTwin').flatMap(type =>
        DIFFICULTIES.map(difficulty => `${topic}.${type}.${difficulty}`),
      ),
    )
    expect(possible).toHaveLength(3 * (4 * 5 + 3))
    expect([...new Set(names)].sort()).toEqual([...possible].sort())
  })

  it('has no malformed and no ambiguous trap of encode', () => {
    const types = traps.filter(({ metadata }) => metadata.topic === 'encode').map(({ metadata }) => metadata.adversarial_type)
    expect([...new Set(types)].sort()).toEqual(['contradictory', 'incomplete', 'out_of_scope'])
  })

  it('has every edge at each of its difficulties', () => {
    const existing = new Set(dataset.samples.map(({ metadata, difficulty }) => `${metadata.topic}.${metadata.edge}.${difficulty}`))
    const named = Object.entries(level.topics).flatMap(([topic, { edges = {} }]) =>
      Object.entries(edges).flatMap(([name, { arbitraries }]) =>
        Object.keys(arbitraries).map(difficulty => `${topic}.${name}.${difficulty}`),
      ),
    )
    expect(named.length).toBeGreaterThan(40)
    expect(named.filter(name => !existing.has(name))).toEqual([])
  })

  it('has as many instructions as each difficulty promises', () => {
    for (const row of answerable) {
      const [least, most] = SIZES[row.difficulty]
      const count = readInput(row.input).task === 'encode' ? instructionsOf(row).length : row.expected_output.split('\n').length
      expect(count, row.input).toBeGreaterThanOrEqual(least)
      expect(count, row.input).toBeLessThanOrEqual(most)
    }
  })

  it('has 1,000 distinct mnemonics in the answerable rows', () => {
    const instructions = answerable.flatMap(instructionsOf)
    expect(instructions.length).toBeGreaterThan(30_000)
    const mnemonics = new Set(instructions.map(text => text.replace(/^(?:lock|repn?e?) /, '').split(' ')[0]))
    expect(mnemonics.size).toBeGreaterThanOrEqual(1_000)
  })

  it('has no kind of line that occurs in traps only', () => {
    const shapeOf = ({ input }: Sample): string =>
      input
        .split('\n')
        .map(line => line.slice(0, line.indexOf(':')))
        .join(' ')
    const shapes = new Set(answerable.map(shapeOf))
    expect(traps.map(shapeOf).filter(shape => !shapes.has(shape))).toEqual([])
  })
})
