import { describe, expect, it } from 'vitest'
import { smallEdit } from '../../../src/mutate/smallEdit'
import { keyedRandom } from '../../../src/stages/draw/keyedRandom'
import { keyOf } from '../../../src/utils/hash/keyOf'

const DRAWS = 600

/** Returns all drawn edits; the draws are enough to produce every edit of a short text. */
const editsOf = (text: string): ReadonlySet<string | undefined> =>
  new Set(Array.from({ length: DRAWS }, (_, k) => smallEdit(text, keyedRandom(keyOf('edits'), { slot: k, attempt: 0 }))))

describe('smallEdit', () => {
  it.each<[string, readonly string[]]>([
    // A character changed, left out, doubled, or swapped; the line doubled.
    ['19', ['29', '10', '9', '1', '119', '199', '91', '19\n19']],
    ['b0', ['c0', 'b1', '0', 'b', 'bb0', 'b00', '0b', 'b0\nb0']],
    [
      'z\nA',
      [
        ...['a\nA', 'z\nB', '\nA', 'zA', 'z\n', 'zz\nA', 'z\n\nA', 'z\nAA', '\nzA', 'zA\n'],
        // Lines: left out, doubled, swapped.
        ...['A', 'z', 'z\nz\nA', 'z\nA\nA', 'A\nz'],
      ],
    ],
    ['Zy', ['Ay', 'Zz', 'y', 'Z', 'ZZy', 'Zyy', 'yZ', 'Zy\nZy']],
    ['.', ['..', '.\n.']],
  ])('makes, from %j, each possible edit and nothing else', (text, edits) => {
    expect([...editsOf(text)].sort()).toEqual([...edits].sort())
  })

  it('keeps surrogate pairs whole, and may find no edit of such a text', () => {
    expect(editsOf('😀')).toEqual(new Set(['😀\n😀', undefined]))
  })

  it('swaps a line with the next one only', () => {
    const edits = editsOf('a\nb\nc')
    expect(edits).toContain('b\na\nc')
    expect(edits).toContain('a\nc\nb')
    expect(edits).not.toContain('c\nb\na')
  })

  it('returns nothing for an empty text', () => expect(editsOf('')).toEqual(new Set([undefined])))
})
