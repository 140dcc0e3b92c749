import { either as E } from 'fp-ts'
import { fc, type LevelSpec, type Problem, reproduce } from 'genesis-datasets'
import { law } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { findCell } from '../../../../src/stages/draw/findCell'
import { readToken } from '../../../../src/stages/draw/readToken'
import { STAMP } from '../../../../src/stages/draw/stamp'
import { doubles } from '../../../support/doubles'
import { buildOrFail } from '../../../support/buildOrFail'
import { withEdit } from '../../../support/withEdit'

const problemsOf = <Q, A>(spec: LevelSpec<Q, A>, of: Parameters<typeof reproduce<Q, A>>[1]): readonly Problem[] => {
  const reproduction = reproduce(spec, of)
  return E.isLeft(reproduction) ? reproduction.left.problems : []
}
const [row] = buildOrFail(doubles, 42, { count: 50 }).samples.filter(({ category }) => category === 'valid')
const token = row?.metadata.token ?? ''
const digest = token.slice(token.lastIndexOf('~') + 1)

describe('readToken, for a cell that the level does not have', () => {
  const expectedOf = (name: string, spec = sums): string => {
    const found = findCell(spec, name)
    return E.isLeft(found) ? (found.left[0]?.expected ?? '') : ''
  }

  it('lists the cells of its category and topic', () => {
    expect(findCell(sums, 'adversarial.plain.odd.easy')).toMatchObject({
      left: [
        {
          path: 'token.cell',
          received: 'adversarial.plain.odd.easy',
          hint: 'the level has changed without a new version',
        },
      ],
    })
    expect(expectedOf('valid.plain.extreme')).toBe('one of valid.plain.easy, valid.plain.medium, valid.plain.hard')
    expect(expectedOf('edge_case.plain.one.easy')).toBe(
      'one of edge_case.plain.zero.easy, edge_case.plain.zero.medium, edge_case.plain.zero.hard',
    )
  })

  it('lists twelve of all cells if there are none of these', () => {
    const first = expectedOf('valid.other.easy')
    expect(first).toMatch(/^one of valid\.plain\.easy, (\S+, ){11}…$/)
    expect(expectedOf('')).toBe(first)
    // Four types of trap at three difficulties.
    expect(expectedOf('adversarial.plain.odd.easy').split(', ')).toHaveLength(12)
    expect(expectedOf('adversarial.plain.odd.easy')).toMatch(/[a-z]$/)
  })
})

describe('readToken, for an invalid token', () => {
  it('gives a hint', () => {
    const read = readToken(token.replace(`${STAMP}~doubles~1.0.0`, `${STAMP}~sums~2`), doubles)
    expect(E.isLeft(read) && read.left.map(({ path, hint }) => [path, hint])).toEqual([
      ['token.level', 'pass the level that drew it'],
      ['token.version', 'this token was drawn by version 2, and the level is 1.0.0: replay it with version 2'],
    ])
    expect(readToken('a~b', doubles)).toMatchObject({ left: [{ path: 'token', hint: 'copy the whole token' }] })
  })

  it.each([
    [{ violated: 'never' }, 'no row, because number.never is violated: never'],
    [{ discard: 'not now' }, 'no row, because the draw is discarded: not now'],
  ])('gives the reason why a draw makes no row: %j', (outcome, received) => {
    const level = { ...doubles, laws: [law('number.never', () => outcome)] } as typeof doubles
    expect(problemsOf(level, token)).toEqual([
      {
        _tag: 'InvalidToken',
        path: 'token.digest',
        expected: `the draw at this address to make the row ${digest}`,
        received,
        hint: 'a character of the token was changed, or the level was edited without a new version',
      },
    ])
  })

  it('names the two other rows that a trap makes', () => {
    const trap = buildOrFail(doubles, 42, { count: 50 }).samples.find(({ category }) => category === 'adversarial')
    const other = trap?.metadata.token.replace(/[0-9a-f]{8}$/, '00000000') ?? ''
    expect(problemsOf(doubles, other)).toMatchObject([{ received: expect.stringMatching(/^[0-9a-f]{8} or [0-9a-f]{8}$/) }])
  })
})

describe('an arbitrary that throws', () => {
  it('is reported with cell and message, since there is no draft to show', () => {
    const throwing = fc.nat().map((): number => {
      throw new Error('no number')
    })
    const path = `topics.double.questions.${row?.difficulty}`
    expect(problemsOf(withEdit(doubles, path, throwing) as typeof doubles, token)).toEqual([
      {
        _tag: 'CodeThrew',
        path: `valid.double.${row?.difficulty}`,
        expected: 'arbitraries that never throw',
        received: expect.stringMatching(/^no number \(thrown at test\/src\/stages\/draw\/readToken\.test\.ts:\d+\)$/),
        hint: 'the arbitrary throws, so there is no draft to show',
      },
    ])
  })
})
