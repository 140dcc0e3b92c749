import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { parseToken } from './parseToken'
import { STAMP } from './stamp'
import type { Token } from './token'
import { describe } from '../../utils/strings/describe'

/** Name and version of the level, or arbitrary, that must have drawn a token. */
export interface TokenOwner {
  readonly name: string
  readonly version: string
}

/** Reads a token that this level can replay, or returns all problems with it. */
export function readToken(text: unknown, owner: TokenOwner): E.Either<readonly Problem[], Token> {
  if (typeof text !== 'string') return E.left([invalidToken('token', 'a text', describe(text), 'copy it from a row or a counterexample')])
  const parsed = parseToken(text)
  if (E.isLeft(parsed))
    return E.left([
      invalidToken('token', 'stamp~level~version~seed~cell~slot~attempt~bias~path~digest', parsed.left, 'copy the whole token'),
    ])
  const { stamp, level, version } = parsed.right
  const problems = [
    ...(stamp === STAMP ? [] : [invalidToken('token.stamp', STAMP, stamp, stampHint(stamp))]),
    ...(level === owner.name ? [] : [invalidToken('token.level', owner.name, level, 'pass the level that drew it')]),
    ...(version === owner.version ? [] : [invalidToken('token.version', owner.version, version, versionHint(version, owner))]),
  ]
  return problems.length > 0 ? E.left(problems) : parsed
}

/** Returns the problem of a part of a token. */
export const invalidToken = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidToken',
  path,
  expected,
  received,
  hint,
})

/** Returns the problem of a path of `length` steps of which the current arbitrary offers only `walked`. */
export const stalePath = (length: number, walked: number): Problem =>
  invalidToken(
    'token.path',
    `${length} steps of shrinking`,
    `a path that ends after ${walked}`,
    'the arbitrary was edited, or it is not the one that drew the token',
  )

const versionHint = (version: string, owner: TokenOwner): string =>
  `this token was drawn by version ${version}, and the level is ${owner.version}: replay it with version ${version}`

function stampHint(stamp: string): string {
  const [format, fastCheck] = [stamp.slice(0, stamp.indexOf('-')), stamp.slice(stamp.indexOf('-') + 1)]
  return format === STAMP.slice(0, STAMP.indexOf('-'))
    ? `it was drawn with fast-check ${fastCheck}, and other versions draw other values`
    : 'it was drawn by a release of genesis-datasets that draws other values'
}
