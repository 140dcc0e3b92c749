import { either as E } from 'fp-ts'
import { checkLevel } from '../check/checkLevel'
import type { Cell } from '../model/cell'
import type { CheckOptions } from '../model/check'
import type { Draft } from '../model/draft'
import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../utils/strings/errorMessage'
import { type Problem, type ReplayError, replayError } from '../model/problem'
import type { Reproduction } from '../model/reproduction'
import { findCell } from '../stages/draw/findCell'
import { readToken, stalePath } from '../stages/draw/readToken'
import { rowOfDraw } from './rowOfDraw'
import type { CellSource } from '../stages/draw/cellSource'
import { cellDraws } from '../stages/draw/draw'
import type { Token } from '../stages/draw/token'
import { cellSubject } from '../stages/prove/cellSubject'
import { followPath } from '../stages/prove/shrink'
import { TOTAL } from '../stages/prove/subject'
import { caseOf, sayingsOf } from '../stages/prove/prove'
import { validateSpec } from '../validate/validateSpec'

/** The first failure under a seed: of one law, or of any; the other options are those of `checkLevel`. */
export type FirstFailure<Q, A> = CheckOptions<Q, A> & Required<Pick<CheckOptions<Q, A>, 'seed'>>

/**
 * One draw again: the draft as it was drawn, each step by which it was shrunk, what every law says of it, and its row.
 *
 * Takes the token of a row's `metadata` or of a counterexample, or `{ seed, law }` for the first failure that `checkLevel`
 * finds under a seed. A token is refused, with the reason, where the stamp (format and fast-check), level or version differs,
 * where it is damaged, and where a row's draw has another input or output now. It never throws; equal spec, token and versions give the
 * same draw.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const token = built._tag === 'Right' ? built.right.samples[7].metadata.token : ''
 * const again = reproduce(level, token)
 * if (again._tag === 'Right') console.log(renderReproduction(again.right))
 */
export function reproduce<Q, A>(spec: LevelSpec<Q, A>, of: string | FirstFailure<Q, A>): E.Either<ReplayError, Reproduction<Q, A>> {
  const problems = validateSpec(spec)
  if (problems.length > 0) return E.left(replayError(problems))
  if (typeof of === 'object' && of !== null) return ofFirstFailure(spec, of)
  const token = readToken(of, spec)
  const again = E.isLeft(token) ? token : drawAgain(spec, of, token.right)
  return E.isLeft(again) ? E.left(replayError(again.left)) : again
}

function ofFirstFailure<Q, A>(spec: LevelSpec<Q, A>, options: FirstFailure<Q, A>): E.Either<ReplayError, Reproduction<Q, A>> {
  const checked = checkLevel(spec, options)
  if (E.isLeft(checked)) {
    return checked.left._tag === 'Counterexample' ? reproduce(spec, checked.left.token) : E.left(replayError(checked.left.problems))
  }
  const { runs, seed } = checked.right
  const what = options.law ?? 'a law'
  const hint = 'give more runs, or the token of the failure'
  return E.left(
    replayError([
      {
        _tag: 'NothingViolated',
        path: spec.name,
        expected: `${what} violated`,
        received: `none in ${runs} drafts under seed ${seed}`,
        hint,
      },
    ]),
  )
}

function drawAgain<Q, A>(spec: LevelSpec<Q, A>, text: string, token: Token): E.Either<readonly Problem[], Reproduction<Q, A>> {
  const found = findCell(spec, token.cell)
  if (E.isLeft(found)) return found
  const cell = found.right
  const seed = BigInt(token.seed)
  try {
    const draws = cellDraws(spec, seed, cell, token.biased)
    const value = draws.value(token.address)
    const subject = cellSubject(spec, cell, undefined, draws.source)
    const walked = followPath(subject, value, token.path)
    if (typeof walked === 'number') return E.left([stalePath(token.path.length, walked)])
    const values = [value, ...walked].map(one => one.value)
    const judged = judge(spec, seed, token, cell, draws.source.toDraft, values.at(-1))
    if (E.isLeft(judged)) return judged
    const { level, version, address, biased } = token
    const draft = walked.length === 0 ? judged.right.shrunk : orNothing(() => draws.source.toDraft(value.value))
    const place = { token: text, level, version, seed: token.seed, cell: cell.name, ...address, biased }
    return E.right({ ...place, draft, steps: values.map(subject.show), ...judged.right })
  } catch (thrown) {
    return E.left([threw(token, messageOf(thrown))])
  }
}

type Judged<Q, A> = Pick<Reproduction<Q, A>, 'shrunk' | 'laws' | 'twinLaws' | 'row'>

/** What the laws say of a value, and its row; code that throws breaks a law, as in a check. */
function judge<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: bigint,
  token: Token,
  cell: Cell,
  toDraft: CellSource<Q, A>['toDraft'],
  value: unknown,
): E.Either<readonly Problem[], Judged<Q, A>> {
  let shrunk: Draft<Q, A> | undefined
  try {
    shrunk = toDraft(value)
    if (shrunk === undefined) return E.right({ shrunk, laws: [], twinLaws: [], row: undefined })
    const oneCase = caseOf(spec, cell, shrunk)
    const { answered, refused } = sayingsOf(spec, oneCase)
    const isTrap = shrunk._tag === 'Refused'
    const judged = { shrunk, laws: isTrap ? refused : answered, twinLaws: isTrap ? answered : [] }
    return E.map((row: Judged<Q, A>['row']) => ({ ...judged, row }))(rowOfDraw(spec, seed, token, oneCase))
  } catch (thrown) {
    const outcome = { violated: `it threw: ${messageOf(thrown)}` }
    return E.right({ shrunk, laws: [{ law: TOTAL, outcome }], twinLaws: [], row: undefined })
  }
}

function orNothing<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

const threw = ({ cell }: Token, message: string): Problem => ({
  _tag: 'Threw',
  path: cell,
  expected: 'arbitraries that never throw',
  received: message,
  hint: 'the arbitrary itself throws, so there is no draft to show',
})
