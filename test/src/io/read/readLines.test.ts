import { mkdirSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_LINE_BYTES, readLines } from '../../../../src/io/read/readLines'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()
const CHUNK = 256 * 1024

/** Splits a text into lines by the simplest method, for comparison with the reader. */
function linesOf(bytes: Buffer) {
  const lines: { number: number; text: string; end: number }[] = []
  let start = 0
  for (let number = 1; start < bytes.length; number++) {
    const feed = bytes.indexOf('\n', start)
    const stop = feed < 0 ? bytes.length : feed
    const end = feed < 0 ? bytes.length : feed + 1
    lines.push({ number, text: bytes.toString('utf8', start, stop), end })
    start = end
  }
  return lines
}

function read(path: string, ...rest: [from?: { byte: number; line: number }, longest?: number]) {
  return [...readLines(path, ...rest)].flatMap(line =>
    line._tag === 'Line' ? [{ number: line.number, text: line.text, end: line.end }] : [],
  )
}

const lengths = fc.oneof(
  fc.nat({ max: 40 }),
  fc.integer({ min: CHUNK - 3, max: CHUNK + 3 }),
  fc.integer({ min: 2 * CHUNK - 3, max: 2 * CHUNK + 3 }),
  fc.nat({ max: CHUNK }),
)
const texts = fc
  .tuple(lengths, fc.constantFrom('a', 'é', '€', '😀'))
  .map(([length, character]) => `x${character.repeat(length / character.length)}`)

describe('readLines', () => {
  it('returns the same lines for any chunk boundary and any start position', () => {
    const path = at('chunks.txt')
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.nat(), (lines, isEnded, chosen) => {
        const bytes = Buffer.from(lines.join('\n') + (isEnded ? '\n' : ''))
        writeFileSync(path, bytes)
        const expected = linesOf(bytes)
        expect(isDeepStrictEqual(read(path), expected)).toBe(true)
        const last = chosen % expected.length
        const from = { byte: expected[last]?.end ?? 0, line: last + 2 }
        expect(isDeepStrictEqual(read(path, from), expected.slice(last + 1))).toBe(true)
      }),
      { seed: 42, numRuns: 20 },
    )
  })

  it('removes line ends and a byte order mark', () => {
    const path = at('ends.txt')
    writeFileSync(path, '\ufeffone\r\ntwo\r\r\n\rthree\nfour\r')
    expect(read(path).map(({ text }) => text)).toEqual(['one', 'two\r', '\rthree', 'four'])
  })

  it('accepts a line of exactly the maximum length, and no longer one', () => {
    const path = at('longest.txt')
    for (const longest of [1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK]) {
      const just = 'x'.repeat(longest)
      writeFileSync(path, `${just}\n${just}x\n${just}\n${just}x${just}${just}\n${just}`)
      expect(read(path, undefined, longest).map(({ number }) => number)).toEqual([1, 3, 5])
      const bad = [...readLines(path, undefined, longest)].flatMap(line => (line._tag === 'InvalidLine' ? [line] : []))
      expect(bad.map(({ number, problem }) => [number, problem.received])).toEqual([
        [2, `${longest + 1} bytes`],
        [4, `${3 * longest + 1} bytes`],
      ])
      expect(bad.map(({ text }) => text)).toEqual([1, 3].map(times => `x${just.repeat(times)}`.slice(0, Math.min(1_000, longest))))
    }
  })

  it('counts the bytes of a line that is too long, in the middle and at the end of the file', () => {
    const path = at('counted.txt')
    const long = 'x'.repeat(2 * CHUNK + 5)
    writeFileSync(path, `short\n${long}\nshort\n${long}`)
    const lines = [...readLines(path, undefined, 100)]
    expect(lines.map(line => (line._tag === 'InvalidLine' ? line.problem.received : line._tag))).toEqual([
      'Line',
      `${long.length} bytes`,
      'Line',
      `${long.length} bytes`,
    ])
    expect(lines.map(line => ('end' in line ? line.end : 0))).toEqual([6, 7 + long.length, 13 + long.length, 13 + 2 * long.length])
  })

  it('accepts lines of 16 MiB', () => {
    const path = at('sixteen.txt')
    const longest = Buffer.alloc(MAX_LINE_BYTES, 'x')
    writeFileSync(path, Buffer.concat([longest, Buffer.from('\nshort\nx'), longest, Buffer.from('\nlast\n')]))
    expect(read(path).map(({ number, text }) => [number, text.length])).toEqual([
      [1, 16 * 1024 * 1024],
      [2, 5],
      [4, 4],
    ])
  })

  it('ignores byte order marks and magic numbers if it starts behind the beginning', () => {
    const path = at('marks.txt')
    writeFileSync(path, 'one\nPAR1\nthree\n')
    expect(read(path, { byte: 4, line: 2 }).map(({ text }) => text)).toEqual(['PAR1', 'three'])
    expect(read(path, { byte: 1_000, line: 9 })).toEqual([])
  })

  it('shows the beginning of a bad line as well-formed text', () => {
    const path = at('beginning.txt')
    writeFileSync(path, Buffer.concat([Buffer.from('x'), Buffer.from('😀'.repeat(2_000)), Buffer.from([0xff, 0x0a])]))
    const [bad] = [...readLines(path)]
    expect(bad).toMatchObject({ _tag: 'InvalidLine', text: `x${'😀'.repeat(499)}\ufffd` })
  })

  it('opens the file at the first iteration', () => {
    mkdirSync(at('later'))
    const lines = readLines(at('later/file.txt'))
    writeFileSync(at('later/file.txt'), 'there\n')
    expect([...lines]).toMatchObject([{ _tag: 'Line', text: 'there' }])
  })
})
