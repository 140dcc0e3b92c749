import { REFUSALS, type Sample } from 'genesis-datasets'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { addressOf } from '../../../support/readToken'
import { type Level0, level0Dataset } from './support/level0Dataset'
import { bytesOf, readInput } from './support/readInput'

let level: Level0
let tool: X86Tool
let rows: readonly Sample[]
beforeAll(async () => {
  tool = await loadIced()
  const built = await level0Dataset(1_000)
  level = built.level
  rows = built.dataset.samples
}, 60_000)

/** True if the oracle accepts a label for an input; it must give a verdict on every emitted row. */
function confirms(input: string, label: string): boolean {
  const [verdict] = level.oracle([input])
  if (verdict === undefined || verdict._tag === 'CannotJudge') throw new Error(`not judged: ${input}`)
  return verdict._tag === 'Refuse' ? label === REFUSALS[verdict.type] : verdict.canonical === label || verdict.equivalent(label)
}

/** True if the other tool reads the bytes as the text to be encoded: then the label is right as well. */
function isEquivalent({ input }: Sample, label: string): boolean {
  const { task, isa, writtenOut: body } = readInput(input)
  if (task !== 'encode' || !/^[0-9a-f]{2}(?: [0-9a-f]{2})*$/.test(label)) return false
  const modes = isa === 'x86-64' ? ([64] as const) : isa === 'x86-32' ? ([32] as const) : ([32, 64] as const)
  const ip = Number(/^ip: (.*)$/m.exec(input)?.[1])
  return modes.every(bits => {
    const decoding = tool.decode(bits, Uint8Array.from(bytesOf(label)), ip)
    return decoding._tag === 'Decoded' && decoding.instructions.map(({ text }) => text).join('; ') === body
  })
}

interface MutationResult {
  readonly mutants: number
  readonly survivors: readonly string[]
}

/** Asks the oracle about every mutant of every label; equivalent mutants may survive. */
function mutate(samples: readonly Sample[], mutantsOf: (row: Sample, index: number) => readonly string[]): MutationResult {
  const survivors: string[] = []
  let mutants = 0
  for (const [index, row] of samples.entries()) {
    for (const mutant of new Set(mutantsOf(row, index))) {
      if (mutant === row.expected_output) continue
      mutants += 1
      if (confirms(row.input, mutant) && !isEquivalent(row, mutant)) survivors.push(`${row.input}\n→ ${row.expected_output}\n→ ${mutant}`)
    }
  }
  return { mutants, survivors }
}

const answered = (): readonly Sample[] => rows.filter(({ category }) => category !== 'adversarial')
const refused = (): readonly Sample[] => rows.filter(({ category }) => category === 'adversarial')

/** Returns the text with one match of a pattern replaced, for each match. */
const eachReplaced = (text: string, pattern: RegExp, by: (found: string) => string): readonly string[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => text.slice(0, index) + by(found) + text.slice(index + found.length))

describe('the oracle of level 0', () => {
  it('confirms every emitted label', () => {
    expect(rows.filter(({ input, expected_output }) => !confirms(input, expected_output))).toEqual([])
  })

  it('confirms no answer from another row of the same topic', () => {
    const samples = answered()
    const others = (row: Sample, index: number): readonly string[] =>
      [...samples.slice(index + 1), ...samples]
        .filter(({ metadata }) => metadata.topic === row.metadata.topic)
        .slice(0, 10)
        .map(other => other.expected_output)
    const { mutants, survivors } = mutate(samples, others)
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(7_000)
  })

  it('confirms no answer with a changed digit', () => {
    const next = (digit: string): string => ((Number.parseInt(digit, 16) + 1) % 16).toString(16)
    const { mutants, survivors } = mutate(answered(), row => eachReplaced(row.expected_output, /\d|(?<=[ x\d])[a-f](?=[ \d]|$)/gm, next))
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(15_000)
  })

  it('confirms no answer with a changed or missing word', () => {
    const change: Readonly<Record<string, string>> = { reg: 'mem', mem: 'reg', imm: 'rel', rel: 'imm' }
    const { mutants, survivors } = mutate(answered(), ({ expected_output }) => [
      ...eachReplaced(expected_output, /\w+/g, word => change[word] ?? 'mov'),
      ...eachReplaced(expected_output, / ?\w+/g, () => ''),
    ])
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(20_000)
  })

  it('confirms no answer with a line left out, doubled or swapped with the next', () => {
    const { mutants, survivors } = mutate(answered(), ({ expected_output }) => {
      const lines = expected_output.split('\n')
      return lines.flatMap((line, index) => [
        lines.toSpliced(index, 1).join('\n'),
        lines.toSpliced(index, 0, line).join('\n'),
        lines.toSpliced(index, 2, ...lines.slice(index, index + 2).reverse()).join('\n'),
      ])
    })
    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(5_000)
  })

  it('confirms no refusal for an answerable row', () => {
    const { mutants, survivors } = mutate(answered(), () => Object.values(REFUSALS))
    expect(survivors).toEqual([])
    expect(mutants).toBe(5 * answered().length)
  })

  it('confirms for a trap neither another refusal nor the answer of its twin', () => {
    const twins = new Map(answered().map(row => [addressOf(row.metadata.token), row]))
    const { mutants, survivors } = mutate(refused(), ({ metadata }) => [
      ...Object.values(REFUSALS),
      twins.get(addressOf(metadata.token))?.expected_output ?? expect.unreachable('a trap without its twin'),
    ])
    expect(survivors).toEqual([])
    expect(mutants).toBe(5 * refused().length)
  })
})
