import { writeFileSync } from 'node:fs'
import { renderProblem, type Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import type { ReadRow } from '../../../../src/verify/readRow'
import type { AcceptedLine } from '../../../../src/io/read/readRecords'
import { readRows } from '../../../../src/io/read/readRows'
import { BAD_LINES } from './support/badLines'
import { goodRows } from './support/goodRows'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()
const FEED = Buffer.from('\n')

describe('a line that is not a row', () => {
  it.each(BAD_LINES.map(bad => [bad.name, bad] as const))(
    'is reported with file and line, and the rows around it are kept: %s',
    (_, bad) => {
      const rows = goodRows(5)
      const [template, ...around] = rows as readonly [Sample, ...Sample[]]
      const path = at('bad.jsonl')
      const lines = around.map(row => Buffer.from(JSON.stringify(row)))
      lines.splice(2, 0, Buffer.from(bad.bytes(template)))
      writeFileSync(path, Buffer.concat(lines.flatMap(line => [line, FEED])))

      const read = [...readRows(path)]
      const kept = read.filter((one): one is AcceptedLine<ReadRow> => one._tag === 'Accepted')
      expect(kept.map(({ number, value }) => [number, value.row])).toEqual(
        around.map((row, index) => [index < 2 ? index + 1 : index + 2, row]),
      )

      const [refused, ...others] = read.flatMap(one => (one._tag === 'Rejected' ? [one] : []))
      expect(others).toEqual([])
      expect(refused?.number).toBe(3)
      expect(refused?.text.length).toBeLessThanOrEqual(1_000)
      expect(refused?.problems.length).toBeLessThanOrEqual(20)
      const messages = refused?.problems.map(renderProblem) ?? []
      for (const message of messages) expectMessage(message, path)
      let from = 0
      for (const words of bad.says) {
        from = messages.join('\n').indexOf(words, from)
        expect(from, `${words} in ${messages.join('\n')}`).toBeGreaterThanOrEqual(0)
      }
    },
  )

  it('is covered here in many kinds', () => {
    expect(new Set(BAD_LINES.map(({ name }) => name)).size).toBe(BAD_LINES.length)
    expect(BAD_LINES.length).toBeGreaterThanOrEqual(45)
  })
})

/** Expects a single line of readable length, without characters that a terminal interprets. */
function expectMessage(message: string, path: string): void {
  expect(message).toMatch(/^Invalid (?:line )?.+: expected .+, received .+\. Hint: .+[^.]\.$/)
  expect(message).toContain(` ${path}:3`)
  expect(message.length).toBeLessThan(1_000)
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
}
