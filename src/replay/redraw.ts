import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import { locatedMessage } from '../utils/strings/throwLocation'
import type { Problem } from '../model/problem'
import { type CellDraws, cellDraws } from '../stages/draw/draw'
import { drawAddress, type Token } from '../stages/draw/token'
import type { RenderedRow } from '../stages/render/render'
import { rowDigest } from '../stages/render/rowDigest'
import { cellSubject } from '../stages/prove/cellSubject'
import { violationOf } from '../stages/prove/drawProblems'
import { followPath } from '../stages/prove/shrink'
import { type Case, caseOf, type Verification, verify } from '../stages/prove/prove'
import { findCell } from '../stages/draw/findCell'
import { invalidToken, readToken, stalePath } from '../stages/draw/readToken'
import { wrongRowProblem, renderDraw } from './rowOfDraw'

/** A draft that was drawn again from a token and is not yet checked. */
interface PendingRedraw<Q, A> {
  readonly token: Token
  readonly draws: CellDraws<Q, A>
  readonly oneCase: Case<Q, A>
}

type Rows = readonly RenderedRow[]

/** Maximum number of cached cells, counted separately per seed. */
const MAX_CELLS = 4096

/** Draws many rows again from their tokens and checks every law. Rows of a cell share its arbitrary; a pair shares its draw. */
export class Redraw<Q, A> {
  private readonly cells = new Map<string, E.Either<readonly Problem[], CellDraws<Q, A>>>()
  /** Rows of the last call, by draw address. That is enough: a trap and its twin are neighbours in a file. */
  private cachedRows = new Map<string, E.Either<readonly Problem[], Rows>>()

  constructor(private readonly spec: LevelSpec<Q, A>) {}

  /** Returns the row of each token without its id, or the problems. The oracle judges all rows in one batch. */
  rows(tokens: readonly string[]): readonly E.Either<readonly Problem[], RenderedRow>[] {
    const last = this.cachedRows
    this.cachedRows = new Map()
    const open: { readonly address: string; readonly drawn: PendingRedraw<Q, A> }[] = []
    for (const address of new Set(tokens.map(drawAddress))) {
      const before = last.get(address)
      if (before !== undefined) this.cachedRows.set(address, before)
      else {
        const drawn = this.draw(tokens.find(token => drawAddress(token) === address) as string)
        if (E.isLeft(drawn)) this.cachedRows.set(address, drawn)
        else open.push({ address, drawn: drawn.right })
      }
    }
    const verifications = this.verified(open.map(({ drawn }) => drawn.oneCase))
    for (const [index, { address, drawn }] of open.entries()) {
      this.cachedRows.set(address, this.rowsOf(drawn, verifications[index] as Verification | Thrown))
    }
    return tokens.map(token =>
      E.chain((rows: Rows) => rowWithDigest(token, rows))(this.cachedRows.get(drawAddress(token)) as E.Either<readonly Problem[], Rows>),
    )
  }

  private draw(text: string): E.Either<readonly Problem[], PendingRedraw<Q, A>> {
    const token = readToken(text, this.spec)
    if (E.isLeft(token)) return token
    const { cell, address, path } = token.right
    try {
      const found = this.drawsOf(token.right)
      if (E.isLeft(found)) return found
      const draws = found.right
      let { value } = draws.value(address)
      if (path.length > 0) {
        const walked = followPath(cellSubject(this.spec, draws.cell, undefined, draws.source), draws.value(address), path)
        if (typeof walked === 'number') return E.left([stalePath(path.length, walked)])
        value = walked.at(-1)?.value
      }
      const draft = draws.source.toDraft(value)
      if (draft === undefined) return E.left([wrongRowProblem(token.right.digest ?? '', 'a twin that offers no trap')])
      return E.right({ token: token.right, draws, oneCase: caseOf(this.spec, draws.cell, draft) })
    } catch (thrown) {
      return E.left([threw(cell, thrown)])
    }
  }

  private drawsOf(token: Token): E.Either<readonly Problem[], CellDraws<Q, A>> {
    const key = `${token.seed}~${token.cell}~${token.biased}`
    const known = this.cells.get(key)
    if (known !== undefined) return known
    const found = findCell(this.spec, token.cell)
    const draws = E.isLeft(found) ? found : E.right(cellDraws(this.spec, BigInt(token.seed), found.right, token.biased))
    // A file may contain rows of any number of seeds.
    if (this.cells.size >= MAX_CELLS) this.cells.clear()
    this.cells.set(key, draws)
    return draws
  }

  /** Verifies the cases in one batch, and each separately if the level's code throws for the batch. */
  private verified(cases: readonly Case<Q, A>[]): readonly (Verification | Thrown)[] {
    try {
      return cases.length === 0 ? [] : verify(this.spec, cases)
    } catch (thrown) {
      return cases.length === 1 ? [{ _tag: 'Thrown', thrown }] : cases.flatMap(oneCase => this.verified([oneCase]))
    }
  }

  private rowsOf({ token, draws, oneCase }: PendingRedraw<Q, A>, verification: Verification | Thrown): E.Either<readonly Problem[], Rows> {
    if (verification._tag === 'Thrown') return E.left([threw(token.cell, verification.thrown)])
    if (verification._tag === 'Discarded')
      return E.left([wrongRowProblem(token.digest ?? '', `no row, because the draw is discarded: ${verification.reason}`)])
    const seed = BigInt(token.seed)
    if (verification._tag === 'Violated')
      return E.left([violationOf(this.spec, seed, draws, { value: draws.value(token.address), address: token.address }, verification)])
    try {
      return E.right(renderDraw(this.spec, seed, token, oneCase, verification))
    } catch (thrown) {
      return E.left([threw(token.cell, thrown)])
    }
  }
}

interface Thrown {
  readonly _tag: 'Thrown'
  readonly thrown: unknown
}

/** Returns the row, trap or twin, whose digest is in the token. */
function rowWithDigest(token: string, rows: Rows): E.Either<readonly Problem[], RenderedRow> {
  const digest = token.slice(token.lastIndexOf('~') + 1)
  const digests = rows.map(({ input, expected_output }) => rowDigest(input, expected_output))
  const row = rows[digests.indexOf(digest)]
  return row === undefined ? E.left([wrongRowProblem(digest, digests.join(' or '))]) : E.right(row)
}

const threw = (cell: string, thrown: unknown): Problem =>
  invalidToken('token.cell', 'a level whose code never throws', locatedMessage(thrown), `the draw of ${cell} cannot be repeated`)
