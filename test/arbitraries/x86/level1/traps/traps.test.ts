import { ADVERSARIAL_TYPES, type AdversarialType, REFUSALS, type Sample } from 'genesis-datasets'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { matchesEdge } from '../../../../../arbitraries/x86/level1/edges/topicEdges'
import type { EffectEdge } from '../../../../../arbitraries/x86/level1/edges/showsEdge'
import { questionFormat } from '../../../../../arbitraries/x86/level1/questions/question'
import { addressOf } from '../../../../support/readToken'
import { expectAccepted } from '../../../../support/expectVerified'
import { type Level1, level1Dataset } from '../../../../examples/levels/level1/support/level1Dataset'
import { skipped } from '../../../../examples/levels/level1/support/nativeOracle'

const COUNT = 600

let level: Level1
let tool: X86Tool
let rows: readonly Sample[]

type Lines = ReadonlyMap<string, string>

const linesOf = ({ input }: Sample): Lines =>
  new Map(input.split('\n').map(line => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]))

interface Pair {
  readonly trap: Lines
  readonly twin: Lines
  readonly topic: string
}

/** Returns the traps of a type, each with its twin. */
function pairsOf(type: AdversarialType): readonly Pair[] {
  const twins = new Map(rows.filter(({ category }) => category !== 'adversarial').map(row => [addressOf(row.metadata.token), row]))
  const pairs = rows
    .filter(({ metadata }) => metadata.adversarial_type === type)
    .map(row => ({
      trap: linesOf(row),
      twin: linesOf(twins.get(addressOf(row.metadata.token)) ?? expect.unreachable('a trap without its twin')),
      topic: row.metadata.topic,
    }))
  expect(pairs.length).toBeGreaterThan(10)
  return pairs
}

/** Returns the keys of the lines that differ. */
const changedLines = ({ trap, twin }: Pair): readonly string[] =>
  [...new Set([...trap.keys(), ...twin.keys()])].filter(key => trap.get(key) !== twin.get(key)).sort()

const listOf = (lines: Lines, key: string, separator: string): readonly string[] => lines.get(key)?.split(separator) ?? []

/** Returns the items of the first list that the second does not contain. */
const without = (one: readonly string[], other: readonly string[]): readonly string[] => one.filter(item => !other.includes(item))

/** Splits `after instruction 3, ZF=0` into its three parts. */
function statementIn(lines: Lines, key: string): readonly [index: string, name: string, value: string] {
  const [, index = '', name = '', value = ''] = /^after instruction (\d+), (\w+)=(\w+)$/.exec(lines.get(key) ?? '') ?? []
  return [index, name, value]
}

/** Returns the position of an inserted part if nothing else changed; undefined otherwise. */
function insertion(trap: readonly string[], twin: readonly string[]): number | undefined {
  const at = trap.findIndex((_, index) => trap.toSpliced(index, 1).join('; ') === twin.join('; '))
  return at < 0 || trap.length !== twin.length + 1 ? undefined : at
}

/** True if the trap's statement is its twin's about the same instruction, whose index may have increased by one. */
function isMoved({ trap, twin }: Pair, key: string, at: number): boolean {
  if (!twin.has(key)) return !trap.has(key)
  const [index, name, value] = statementIn(twin, key)
  return statementIn(trap, key).join() === [Number(index) + (Number(index) >= at ? 1 : 0), name, value].join()
}

describe.skipIf(skipped !== '')(`600 rows of level 1${skipped}`, () => {
  beforeAll(async () => {
    tool = await loadIced()
    const built = await level1Dataset(COUNT)
    level = built.level
    rows = built.dataset.samples.map(row => JSON.parse(JSON.stringify(row)) as Sample)
  }, 60_000)

  it('each row is confirmed from its text alone', () => {
    expect(rows).toHaveLength(COUNT)
    for (const row of rows.filter((_, index) => index % 4 === 0)) {
      const { laws: _, ...metadata } = expectAccepted(level, row).metadata
      expect({ ...metadata, laws: row.metadata.laws }).toEqual(row.metadata)
    }
  })

  it('an incomplete trap states a value of another item than the one that its twin needs', () => {
    const lines = new Set<string>()
    for (const pair of pairsOf('incomplete')) {
      const [line = '', ...others] = changedLines(pair)
      expect(others).toEqual([])
      lines.add(line)
      const separator = line === 'memory' ? ', ' : ' '
      const [trap, twin] = [listOf(pair.trap, line, separator), listOf(pair.twin, line, separator)]
      const [stated, withheld] = [without(trap, twin), without(twin, trap)]
      expect([stated.length, withheld.length]).toEqual([1, 1])
      const [name = '', value] = stated[0]?.split('=') ?? []
      expect(value).toBe(withheld[0]?.split('=')[1])
      expect(twin.some(item => item.startsWith(`${name}=`))).toBe(false)
    }
    expect([...lines].sort()).toEqual(['flags', 'memory', 'registers'])
  })

  it('an ambiguous trap states another flag of the same instruction', () => {
    for (const pair of pairsOf('ambiguous')) {
      expect(changedLines(pair)).toEqual(['flag'])
      const [[index, name, value], [twinIndex, twinName, twinValue]] = [statementIn(pair.trap, 'flag'), statementIn(pair.twin, 'flag')]
      expect([index, value]).toEqual([twinIndex, twinValue])
      expect(name).not.toBe(twinName)
    }
  })

  it('a contradictory trap states another value', () => {
    for (const pair of pairsOf('contradictory')) {
      expect(changedLines(pair)).toEqual(['given'])
      const [[index, name, value], [twinIndex, twinName, twinValue]] = [statementIn(pair.trap, 'given'), statementIn(pair.twin, 'given')]
      expect([index, name]).toEqual([twinIndex, twinName])
      expect(value).not.toBe(twinValue)
    }
  })

  it('a malformed trap has one more part, in bytes, and keeps its statements about the same instructions', () => {
    for (const pair of pairsOf('malformed')) {
      const [trap, twin] = [listOf(pair.trap, 'code', '; '), listOf(pair.twin, 'code', '; ')]
      const at = insertion(trap, twin) ?? expect.unreachable(`more than one part differs: ${trap.join('; ')}`)
      expect(trap[at]).toMatch(/^db [0-9a-f]{2}(?: [0-9a-f]{2}){0,14}$/)
      expect(without(changedLines(pair), ['code', 'flag', 'given'])).toEqual([])
      expect([isMoved(pair, 'flag', at), isMoved(pair, 'given', at)]).toEqual([true, true])
    }
  })

  it('an out-of-scope trap declares another task, machine or ring, and shows code of it', () => {
    const kinds = new Set<string>()
    for (const pair of pairsOf('out_of_scope')) {
      const changed = without(changedLines(pair), ['flag', 'given'])
      const { trap, twin } = pair
      const isa = trap.get('isa') ?? ''
      kinds.add(isa)
      if (isa === 'x86-64') expect([trap.get('task'), changed]).toEqual(['dominators', ['task']])
      else expect(changed).toEqual(['code', 'isa'])
      if (isa === 'aarch64') expect(trap.get('code')).toMatch(/^db(?: [0-9a-f]{2}){4}(?:; db(?: [0-9a-f]{2}){4})*$/)
      if (isa === 'x86-64 ring 0') expect(insertion(listOf(trap, 'code', '; '), listOf(twin, 'code', '; '))).toBeDefined()
    }
    expect([...kinds].sort()).toEqual(['aarch64', 'x86-64', 'x86-64 ring 0'])
  })

  it('a trap has exactly the fixed refusal of its type', () => {
    for (const { metadata, expected_output } of rows.filter(({ category }) => category === 'adversarial'))
      expect(expected_output).toBe(REFUSALS[metadata.adversarial_type as AdversarialType])
    expect(Object.values(REFUSALS).sort()).toEqual([
      ...['cannot determine', 'contradiction detected', 'error: malformed input', 'insufficient data', 'out of scope'],
    ])
  })

  it('every topic has traps of every type that it offers, and of no other', () => {
    const all = Object.keys(level.topics)
    const offered: Readonly<Record<AdversarialType, readonly string[]>> = {
      out_of_scope: all,
      malformed: all,
      contradictory: all,
      incomplete: all.filter(topic => topic !== 'read_write_sets'),
      ambiguous: ['blocks', 'control_flow'],
    }
    for (const type of ADVERSARIAL_TYPES)
      expect([...new Set(pairsOf(type).map(({ topic }) => topic))].sort(), type).toEqual([...offered[type]].sort())
  })

  it('every edge row touches the edge that it names', () => {
    const edges = rows.filter(({ category }) => category === 'edge_case')
    const existing = new Set(edges.map(({ metadata }) => `${metadata.topic}.${metadata.edge}`))
    const named = Object.entries(level.topics).flatMap(([topic, { edges: of = {} }]) => Object.keys(of).map(edge => `${topic}.${edge}`))
    expect([...existing].sort()).toEqual(named.sort())
    for (const { input, metadata } of edges) {
      const read = questionFormat.parse(input)
      expect(read._tag === 'Right' && matchesEdge(tool, metadata.edge as EffectEdge, read.right), input).toBe(true)
    }
  })
})
