import { measuredDifficulty } from '../stages/prove/measuredDifficulty'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import { Distinctness, groupOf } from '../stages/dedupe/distinctness'
import { spellToken, type Token } from '../stages/draw/token'
import { render, type Rendered } from '../stages/render/render'
import { rowDigest } from '../stages/render/rowDigest'
import { type Case, type Verification, verify } from '../stages/prove/prove'
import { invalidToken } from '../stages/draw/readToken'

/** The row of a draw: of a trap and its twin, the one that the token's digest is of. */
export function rowOfDraw<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  token: Token,
  oneCase: Case<Q, A>,
): E.Either<readonly Problem[], Rendered | undefined> {
  const [verification] = verify(spec, [oneCase]) as readonly [Verification]
  if (verification._tag !== 'Held')
    return token.digest === undefined ? E.right(undefined) : E.left([otherRow(token.digest, `no row, for ${why(verification)}`)])
  const rows = rendered(spec, seed, token, oneCase, verification)
  if (token.digest === undefined) return E.right(rows[0])
  const row = rows.find(({ input, expected_output }) => rowDigest(input, expected_output) === token.digest)
  if (row !== undefined) return E.right(row)
  const digests = rows.map(({ input, expected_output }) => rowDigest(input, expected_output))
  return E.left([otherRow(token.digest, digests.join(' or '))])
}

const why = (broken: Exclude<Verification, { readonly _tag: 'Held' }>): string =>
  broken._tag === 'Violated' ? `${broken.law} is violated: ${broken.reason}` : `it is discarded: ${broken.reason}`

/** The rows of a draw that held, but for their ids; the trap's (or the only one) first. */
export function rendered<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  token: Token,
  { cell, draft, texts }: Case<Q, A>,
  proven: Extract<Verification, { readonly _tag: 'Held' }>,
): readonly Rendered[] {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  const { k, attempt } = token.address
  const prints = new Distinctness(spec, 1).printsOf(draft, texts.slice(0, 1))
  return render(spec, seed, {
    unit: { cell, k, split: 'train' },
    attempt,
    proven,
    group: groupOf(prints),
    measuredDifficulty: measuredDifficulty(spec, question),
    trapFirst: true,
  }).map(({ row }) => withToken(spec, seed, token, row))
}

/** A row that no build makes, biased or shrunk, says so in its token: that leads to it and to nothing else. */
function withToken<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, { cell, address, biased, path }: Token, row: Rendered): Rendered {
  if (!biased && path.length === 0) return row
  const digest = rowDigest(row.input, row.expected_output)
  return { ...row, metadata: { ...row.metadata, token: spellToken(spec, seed, { name: cell }, address, { biased, path, digest }) } }
}

export const otherRow = (digest: string, received: string): Problem =>
  invalidToken(
    'token.digest',
    `the draw at this address to make the row ${digest}`,
    received,
    'a character of the token was changed, or the level was edited without a new version',
  )
