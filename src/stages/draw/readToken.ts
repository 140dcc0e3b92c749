import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { parseToken } from './parseToken'
import { STAMP } from './stamp'
import type { Token } from './token'
import { describe } from '../../utils/strings/describe'

/** What a token must have been made of to be drawn again. */
export interface TokenOwner {
  readonly name: string
  readonly version: string
}

/** A token that can be drawn again here, or all reasons why not. */
export function readToken(text: unknown, owner: TokenOwner): E.Either<readonly Problem[], Token> {
  if (typeof text !== 'string') return E.left([invalidToken('token', 'a text', describe(text), 'take it from a row or a counterexample')])
  const parsed = parseToken(text)
  if (E.isLeft(parsed))
    return E.left([invalidToken('token', 'stamp~level~version~seed~cell~k~attempt~bias~path~digest', parsed.left, 'copy it as a whole')])
  const { stamp, level, version } = parsed.right
  const problems = [
    ...(stamp === STAMP ? [] : [invalidToken('token.stamp', STAMP, stamp, stampHint(stamp))]),
    ...(level === owner.name ? [] : [invalidToken('token.level', owner.name, level, 'give the level that it was drawn from')]),
    ...(version === owner.version
      ? []
      : [invalidToken('token.version', owner.version, version, 'the level has changed since: go back to that version of it')]),
  ]
  return problems.length > 0 ? E.left(problems) : parsed
}

export const invalidToken = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidToken',
  path,
  expected,
  received,
  hint,
})

/** The problem of a path that the arbitrary, as it is now, cannot be shrunk along. */
export const stalePath = (length: number, walked: number): Problem =>
  invalidToken(
    'token.path',
    `${length} steps of shrinking`,
    `one that leads nowhere after ${walked}`,
    'the arbitrary was edited since, or is another one',
  )

function stampHint(stamp: string): string {
  const [format, fastCheck] = [stamp.slice(0, stamp.indexOf('-')), stamp.slice(stamp.indexOf('-') + 1)]
  return format === STAMP.slice(0, STAMP.indexOf('-'))
    ? `it was drawn with fast-check ${fastCheck}, and no other version draws the same`
    : 'it was made by a release of genesis-datasets that draws otherwise'
}
