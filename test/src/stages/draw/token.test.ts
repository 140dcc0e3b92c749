import { either as E } from 'fp-ts'
import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { readToken } from '../../../../src/stages/draw/readToken'
import { parseToken } from '../../../../src/stages/draw/parseToken'
import { STAMP } from '../../../../src/stages/draw/stamp'
import { spellToken } from '../../../../src/stages/draw/token'

const spec = { name: 'sums', version: '1.0.0' }
const cell = { name: 'valid.plain.easy' }
const details = fc.record({
  seed: fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
  slot: fc.nat(),
  attempt: fc.nat({ max: 9_999 }),
  biased: fc.boolean(),
  path: fc.array(fc.nat({ max: 40 }), { maxLength: 60, size: 'max' }),
  digest: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/), { nil: undefined }),
})
const spelled = details.map(({ seed, slot, attempt, digest, ...detail }) =>
  spellToken(spec, seed, cell, { slot, attempt }, { ...detail, ...(digest === undefined ? {} : { digest }) }),
)
const always = { seed: 42, numRuns: 500 }

describe('a token', () => {
  it('round-trips', () => {
    fc.assert(
      fc.property(details, ({ seed, slot, attempt, biased, path, digest }) => {
        const text = spellToken(spec, seed, cell, { slot, attempt }, { biased, path, ...(digest === undefined ? {} : { digest }) })
        const expected = {
          stamp: STAMP,
          level: 'sums',
          version: '1.0.0',
          seed: String(seed),
          cell: cell.name,
          address: { slot, attempt },
          biased,
          path,
        }
        expect(parseToken(text)).toEqual(E.right(digest === undefined ? expected : { ...expected, digest }))
      }),
      always,
    )
  })

  it('contains no character that a shell would change, and stays one word', () => {
    fc.assert(
      fc.property(spelled, text => /^[A-Za-z0-9_.~+-]+$/.test(text) && !text.startsWith('-') && !text.startsWith('~')),
      always,
    )
  })

  it('stores repeated equal steps once', () => {
    const token = spellToken(spec, 1, cell, { slot: 0, attempt: 0 }, { path: [0, 0, 0, 7, 1, 1] })
    expect(token.split('~')[8]).toBe('3x0.7.2x1')
    expect(E.isRight(parseToken(token)) && parseToken(token)).toMatchObject({ right: { path: [0, 0, 0, 7, 1, 1] } })
  })

  it('is rejected after any change of one character, if it names no row', () => {
    const text = spellToken(spec, 42, cell, { slot: 408, attempt: 3 }, { path: [0, 0, 12], biased: true })
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom(...'0123456789abcdefux~._-+Z '), (at, character) => {
        fc.pre(text[at] !== character)
        expect(E.isLeft(parseToken(text.slice(0, at) + character + text.slice(at + 1)))).toBe(true)
      }),
      { seed: 42, numRuns: 2_000 },
    )
  })

  it('is rejected if a character is missing, doubled or swapped with the next, if it names no row', () => {
    const text = spellToken(spec, 42, cell, { slot: 408, attempt: 3 }, { path: [0, 0, 12] })
    for (let at = 0; at < text.length; at++) {
      expect(E.isLeft(parseToken(text.slice(0, at) + text.slice(at + 1)))).toBe(true)
      expect(E.isLeft(parseToken(text.slice(0, at) + text[at] + text.slice(at)))).toBe(true)
      if (at + 1 < text.length && text[at] !== text[at + 1])
        expect(E.isLeft(parseToken(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)))).toBe(true)
    }
  })
})

describe('a token that does not match', () => {
  const reasons = (text: string): readonly string[] => {
    const read = readToken(text, spec)
    return E.isLeft(read) ? read.left.map(({ path, expected, received }) => `${path}: ${expected}, ${received}`) : []
  }
  const row = spellToken(spec, 42, cell, { slot: 0, attempt: 0 }, { digest: '1d91c363' })

  it.each([
    ['another version of fast-check', row.replace(STAMP, 'g1-4.9.0'), [`token.stamp: ${STAMP}, g1-4.9.0`]],
    ['another format', row.replace(STAMP, STAMP.replace('g1', 'g2')), [`token.stamp: ${STAMP}, ${STAMP.replace('g1', 'g2')}`]],
    ['another level', row.replace('~sums~', '~level0~'), ['token.level: sums, level0']],
    ['another version of the level', row.replace('~1.0.0~', '~1.0.1~'), ['token.version: 1.0.0, 1.0.1']],
    [
      'all three',
      row.replace(`${STAMP}~sums~1.0.0`, 'g1-4.9.0~sum~2'),
      [`token.stamp: ${STAMP}, g1-4.9.0`, 'token.level: sums, sum', 'token.version: 1.0.0, 2'],
    ],
  ])('is rejected with the reason: %s', (_, text, expected) => expect(reasons(text)).toEqual(expected))

  it('is rejected with a hint that distinguishes the format from the version of fast-check', () => {
    const hint = (text: string): string => {
      const read = readToken(text, spec)
      return E.isLeft(read) ? (read.left[0]?.hint ?? '') : ''
    }
    expect(hint(row.replace(STAMP, 'g1-4.9.0'))).toContain('fast-check 4.9.0')
    expect(hint(row.replace(STAMP, STAMP.replace('g1', 'g2')))).toContain('a release of genesis-datasets')
  })

  it.each([
    ['nothing', '', '1 part between "~", where a token has 10'],
    ['a missing part', row.slice(0, row.lastIndexOf('~')), '9 parts between "~", where a token has 10'],
    ['an additional part', `${row}~1`, '11 parts between "~", where a token has 10'],
    ['a blank at the end', `${row} `, 'a token with a damaged part'],
    ['letters instead of a number', row.replace('~42~', '~x~'), 'a token with a damaged part'],
    ['minus zero', row.replace('~42~', '~-0~'), 'a token with a damaged part'],
    ['a path without end', row.replace('~u~~', '~u~999999999x0~'), 'a token with numbers that are too large'],
    ['a slot beyond the safe integers', row.replace('~0~0~', '~9999999999999999~0~'), 'a token with numbers that are too large'],
  ])('is not a token: %s', (_, text, received) => {
    expect(reasons(text)).toEqual([`token: stamp~level~version~seed~cell~slot~attempt~bias~path~digest, ${received}`])
  })
})
