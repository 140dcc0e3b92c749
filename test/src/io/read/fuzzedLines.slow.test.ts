import { describe, expect, it } from 'vitest'
import { goodRows } from './support/goodRows'
import { readFuzzedFile } from './support/readFuzzedFile'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()

describe('the row reader, on damaged rows', () => {
  it('reads or reports each line by number, and loses no whole row between them: 100,000', () => {
    const rows = goodRows(250).map(row => Buffer.from(JSON.stringify(row)))
    const { lines, kept, refused, notes, faults } = readFuzzedFile(at('fuzzed.jsonl'), rows, 42, 100_000)
    expect(faults).toEqual([])
    expect(lines).toBeGreaterThan(110_000)
    // All kinds of damage occurred, and not all of them make a row unreadable.
    expect(kept).toBeGreaterThan(15_000)
    for (const kind of ['a line of JSON', 'a line of UTF-8 text', 'each key once', 'well-formed text', 'no such field', 'a field']) {
      expect(refused[kind], kind).toBeGreaterThan(10)
    }
    expect(notes).toHaveLength(3)
  })
})
