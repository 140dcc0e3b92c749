import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Sample } from '../model/sample'
import type { Redraw } from '../replay/redraw'
import type { Rendered } from '../stages/render/render'
import { invalidRow } from './invalidRow'
import type { Judgement } from './proveRows'

/**
 * Draws proven rows again that have a token: what a text alone cannot show (twin, witness, difficulty, group) is then
 * proven too, and the row lists every law that held. A token that does not lead to its row is a false claim. Rows without
 * a token, and those that people vouch for, stay as they are.
 */
export function confirmDraws<Q, A>(spec: LevelSpec<Q, A>, redraw: Redraw<Q, A>, judgements: readonly Judgement[]): readonly Judgement[] {
  const drawn = judgements.flatMap(one => (E.isRight(one) && hasDraw(spec, one.right) ? [one.right.metadata.token] : []))
  const rows = redraw.rows(drawn)
  let next = 0
  return judgements.map(one => {
    if (E.isLeft(one) || !hasDraw(spec, one.right)) return one
    const row = rows[next++] as E.Either<readonly Problem[], Rendered>
    return E.isLeft(row) ? E.left(row.left.map(ofRow)) : confirmed(one.right, row.right)
  })
}

const hasDraw = <Q, A>(spec: LevelSpec<Q, A>, { verification_method, metadata }: Sample): boolean =>
  metadata.token !== '' && verification_method === spec.method

function confirmed(sample: Sample, drawn: Rendered): Judgement {
  const problems = claims(sample).flatMap(([path, claim], index) => {
    const [, truth] = claims(drawn)[index] as readonly [string, string | number]
    return claim === truth ? [] : [invalidRow(path, String(truth), String(claim), 'the token says what it was drawn as')]
  })
  return problems.length > 0 ? E.left(problems) : E.right({ ...sample, ...drawn } as Sample)
}

/** What a row says about its draw, by path. */
const claims = ({ input, expected_output, category, difficulty, metadata }: Rendered): readonly (readonly [string, string | number])[] => [
  ['input', input],
  ['expected_output', expected_output],
  ['category', category],
  ['difficulty', difficulty],
  ['metadata.topic', metadata.topic],
  ['metadata.adversarial_type', metadata.adversarial_type],
  ['metadata.edge', metadata.edge],
  ['metadata.group', metadata.group],
  ['metadata.measured_difficulty', metadata.measured_difficulty],
]

/** A violated law keeps its counterexample; what is wrong with a token is wrong with its row. */
const ofRow = (problem: Problem): Problem =>
  problem._tag === 'InvalidToken' ? { ...problem, _tag: 'InvalidRow', path: `metadata.${problem.path}` } : problem
