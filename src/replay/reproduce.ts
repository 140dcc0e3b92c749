import { either as E } from 'fp-ts'
import { checkLevel } from '../check/checkLevel'
import type { Cell } from '../model/cell'
import type { CheckOptions } from '../model/check'
import type { Draft } from '../model/draft'
import type { LevelSpec } from '../model/levelSpec'
import { locatedMessage } from '../utils/strings/throwLocation'
import { type Problem, type ReproduceError, reproduceError } from '../model/problem'
import type { Reproduction } from '../model/reproduction'
import { findCell } from '../stages/draw/findCell'
import { readToken, stalePath } from '../stages/draw/readToken'
import { rowOfDraw } from './rowOfDraw'
import type { CellSource } from '../stages/draw/cellSource'
import { cellDraws } from '../stages/draw/draw'
import type { Token } from '../stages/draw/token'
import { cellSubject } from '../stages/prove/cellSubject'
import { followPath } from '../stages/prove/shrink'
import { caseOf, lawResultsOf } from '../stages/prove/prove'
import { throwViolation } from '../stages/prove/throwViolation'
import { validateSpec } from '../validate/validateSpec'

/** Options that select the first failure under a seed: the required `seed`, and any other option of `checkLevel`. */
export type FailureSearch<Q, A> = CheckOptions<Q, A> & Required<Pick<CheckOptions<Q, A>, 'seed'>>

/**
 * Repeats one draw. Returns the original draft, each shrink step, the result of every law, and the row.
 *
 * Takes the token of a row's `metadata` or of a counterexample, or `{ seed, law }` for the first failure that `checkLevel`
 * finds under a seed. A token is rejected, with the reason, if its stamp (format and fast-check), level or version differs,
 * if it is damaged, or if the draw of a row now has another input or output. It never throws. Equal spec, token and versions
 * give the same draw.
 *
 * @example
 * const built = buildDataset(level, 42, { count: 100 })
 * const token = built._tag === 'Right' ? built.right.samples[7].metadata.token : ''
 * const again = reproduce(level, token)
 * if (again._tag === 'Right') console.log(renderReproduction(again.right))
 */
export function reproduce<Q, A>(spec: LevelSpec<Q, A>, target: string | FailureSearch<Q, A>): E.Either<ReproduceError, Reproduction<Q, A>> {
  const problems = validateSpec(spec)
  if (problems.length > 0) return E.left(reproduceError(problems))
  if (typeof target === 'object' && target !== null) return reproduceFirstFailure(spec, target)
  const token = readToken(target, spec)
  const again = E.isLeft(token) ? token : reproduceToken(spec, target, token.right)
  return E.isLeft(again) ? E.left(reproduceError(again.left)) : again
}

function reproduceFirstFailure<Q, A>(spec: LevelSpec<Q, A>, options: FailureSearch<Q, A>): E.Either<ReproduceError, Reproduction<Q, A>> {
  const checked = checkLevel(spec, options)
  if (E.isLeft(checked)) {
    return checked.left._tag === 'Counterexample' ? reproduce(spec, checked.left.token) : E.left(reproduceError(checked.left.problems))
  }
  const { runs, seed } = checked.right
  const law = options.law ?? 'any law'
  const hint = 'increase runs, or give the token of the failure'
  return E.left(
    reproduceError([
      {
        _tag: 'NoCounterexample',
        path: spec.name,
        expected: `a violation of ${law}`,
        received: `none in ${runs} drafts under seed ${seed}`,
        hint,
      },
    ]),
  )
}

function reproduceToken<Q, A>(spec: LevelSpec<Q, A>, text: string, token: Token): E.Either<readonly Problem[], Reproduction<Q, A>> {
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
    const judged = evaluateLaws(spec, seed, token, cell, draws.source, values.at(-1))
    if (E.isLeft(judged)) return judged
    const { level, version, address, biased } = token
    const draft = walked.length === 0 ? judged.right.shrunk : orUndefined(() => draws.source.toDraft(value.value))
    const origin = { token: text, level, version, seed: token.seed, cell: cell.name, ...address, biased }
    return E.right({ ...origin, draft, steps: values.map(subject.show), ...judged.right })
  } catch (thrown) {
    return E.left([threw(token, locatedMessage(thrown))])
  }
}

type LawEvaluation<Q, A> = Pick<Reproduction<Q, A>, 'shrunk' | 'laws' | 'twinLaws' | 'row'>

/** Returns the law results of a value and its row. Code that throws violates `level.total`, as in a check. */
function evaluateLaws<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: bigint,
  token: Token,
  cell: Cell,
  source: CellSource<Q, A>,
  value: unknown,
): E.Either<readonly Problem[], LawEvaluation<Q, A>> {
  let shrunk: Draft<Q, A> | undefined
  try {
    shrunk = source.toDraft(value)
    if (shrunk === undefined) return E.right({ shrunk, laws: [], twinLaws: [], row: undefined })
    const oneCase = caseOf(spec, cell, shrunk)
    const { answered, refused } = lawResultsOf(spec, oneCase)
    const isTrap = shrunk._tag === 'Refused'
    const judged = { shrunk, laws: isTrap ? refused : answered, twinLaws: isTrap ? answered : [] }
    return E.map((row: LawEvaluation<Q, A>['row']) => ({ ...judged, row }))(rowOfDraw(spec, seed, token, oneCase))
  } catch (thrown) {
    const { law, reason: violated } = throwViolation(spec, cell, source, value, thrown)
    return E.right({ shrunk, laws: [{ law, outcome: { violated } }], twinLaws: [], row: undefined })
  }
}

function orUndefined<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

const threw = ({ cell }: Token, message: string): Problem => ({
  _tag: 'CodeThrew',
  path: cell,
  expected: 'arbitraries that never throw',
  received: message,
  hint: 'the arbitrary throws, so there is no draft to show',
})
