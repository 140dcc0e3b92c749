import { measuredDifficulty } from '../stages/prove/measuredDifficulty'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import { UniquenessIndex, groupOf } from '../stages/dedupe/uniquenessIndex'
import { spellToken, type Token } from '../stages/draw/token'
import { render, type RenderedRow } from '../stages/render/render'
import { rowDigest } from '../stages/render/rowDigest'
import { type Case, type Verification, verify } from '../stages/prove/prove'
import { invalidToken } from '../stages/draw/readToken'

/** Returns the row of a draw; of a trap and its twin, the row whose digest is in the token. Undefined if a law does not hold. */
export function rowOfDraw<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  token: Token,
  oneCase: Case<Q, A>,
): E.Either<readonly Problem[], RenderedRow | undefined> {
  const [verification] = verify(spec, [oneCase]) as readonly [Verification]
  if (verification._tag !== 'Held')
    return token.digest === undefined
      ? E.right(undefined)
      : E.left([wrongRowProblem(token.digest, `no row, because ${explain(verification)}`)])
  const rows = renderDraw(spec, seed, token, oneCase, verification)
  if (token.digest === undefined) return E.right(rows[0])
  const row = rows.find(({ input, expected_output }) => rowDigest(input, expected_output) === token.digest)
  if (row !== undefined) return E.right(row)
  const digests = rows.map(({ input, expected_output }) => rowDigest(input, expected_output))
  return E.left([wrongRowProblem(token.digest, digests.join(' or '))])
}

const explain = (broken: Exclude<Verification, { readonly _tag: 'Held' }>): string =>
  broken._tag === 'Violated' ? `${broken.law} is violated: ${broken.reason}` : `the draw is discarded: ${broken.reason}`

/** Returns the rows of a verified draw without their ids, the trap's row first. */
export function renderDraw<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  token: Token,
  { cell, draft, texts }: Case<Q, A>,
  proven: Extract<Verification, { readonly _tag: 'Held' }>,
): readonly RenderedRow[] {
  const { question } = draft._tag === 'Answered' ? draft : draft.twin
  const { slot, attempt } = token.address
  const prints = new UniquenessIndex(spec, 1).fingerprintsOf(draft, texts.slice(0, 1))
  return render(spec, seed, {
    unit: { cell, slot, split: 'train' },
    attempt,
    proven,
    group: groupOf(prints),
    measuredDifficulty: measuredDifficulty(spec, question),
    trapFirst: true,
  }).map(({ row }) => withToken(spec, seed, token, row))
}

/** Replaces the token of a biased or shrunk row, which no build makes, so that the token leads to exactly this row. */
function withToken<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, { cell, address, biased, path }: Token, row: RenderedRow): RenderedRow {
  if (!biased && path.length === 0) return row
  const digest = rowDigest(row.input, row.expected_output)
  return { ...row, metadata: { ...row.metadata, token: spellToken(spec, seed, { name: cell }, address, { biased, path, digest }) } }
}

/** Returns the problem of a token whose draw makes another row than the digest states. */
export const wrongRowProblem = (digest: string, received: string): Problem =>
  invalidToken(
    'token.digest',
    `the draw at this address to make the row ${digest}`,
    received,
    'a character of the token was changed, or the level was edited without a new version',
  )
