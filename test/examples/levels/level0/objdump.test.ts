import type { Sample } from 'genesis-datasets'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { isTrueOf, readStatement } from '../../../../arbitraries/x86/level0/questions/statements'
import { level0Dataset } from './support/level0Dataset'
import { boundariesByObjdump, hasObjdump } from './support/objdump'
import { bytesOf, readInput } from './support/readInput'

const MODES: Readonly<Record<string, readonly (32 | 64)[]>> = { 'x86-64': [64], 'x86-32': [32], x86: [32, 64] }

/** Returns offset and length of each instruction from the label alone: an instruction ends where the next one starts. */
function boundariesOf({ input, expected_output }: Sample): readonly string[] {
  const end = bytesOf(readInput(input).body).length
  const offsets = expected_output.split('\n').map(line => Number(line.split(' ')[0]))
  return offsets.map((offset, index) => `${offset} ${(offsets[index + 1] ?? end) - offset}`)
}

/** Returns the modes that the isa of a row allows and in which its statement is true. */
function modesOf(tool: X86Tool, { input }: Sample): readonly (32 | 64)[] {
  const { isa, body, given = '' } = readInput(input)
  const statement = readStatement(given)
  const read = (bits: 32 | 64) => tool.decode(bits, Uint8Array.from(bytesOf(body)), 0x1000).instructions
  return (MODES[isa] ?? []).filter(bits => statement === undefined || isTrueOf(statement, read(bits)))
}

describe('a label of a built dataset', () => {
  let rows: readonly Sample[]
  let tool: X86Tool
  beforeAll(async () => {
    tool = await loadIced()
    const { dataset } = await level0Dataset(7_000)
    rows = dataset.samples.filter(({ category, input }) => category !== 'adversarial' && readInput(input).task !== 'encode')
  }, 60_000)

  it('has the offsets and lengths that objdump reads, in 20,000 instructions', ({ skip }) => {
    skip(!hasObjdump(), 'binutils is not installed: there is no objdump to compare with')
    let compared = 0
    const modes = new Map(rows.map(row => [row, modesOf(tool, row)]))
    const determined = [...modes].filter(([{ input }, found]) => readInput(input).isa === 'x86' && found.length === 1)
    expect([determined.length > 100, [...modes.values()].every(found => found.length > 0)]).toEqual([true, true])
    const disagreements: string[] = []
    for (const bits of [64, 32] as const) {
      const shown = rows.filter(row => modes.get(row)?.includes(bits))
      const read = boundariesByObjdump(
        bits,
        shown.map(({ input }) => bytesOf(readInput(input).body)),
      )
      for (const [index, row] of shown.entries()) {
        const labelled = boundariesOf(row)
        compared += labelled.length
        const found = read[index]?.join(', ')
        if (found !== labelled.join(', ')) disagreements.push(`${bits}: ${readInput(row.input).body} | ${labelled.join(', ')} | ${found}`)
      }
    }
    expect(disagreements).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(20_000)
  })

  it('states the same lengths in its statements about lengths', () => {
    const stated = rows.filter(({ input }) => /^(?:decode|boundaries)$/.test(readInput(input).task))
    expect(stated.length).toBeGreaterThan(1_500)
    for (const row of stated) {
      expect(row.expected_output.split('\n').map(line => line.split(' ').slice(0, 2).join(' '))).toEqual(boundariesOf(row))
    }
  })
})
