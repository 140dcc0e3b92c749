import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Sample } from '../model/sample'
import type { Redraw } from '../replay/redraw'
import type { RenderedRow } from '../stages/render/render'
import { invalidRow } from './invalidRow'
import type { RowResult } from './proveRows'

/**
 * Repeats the draws of proven rows that have a token. That also proves what the text alone cannot show: twin, witness,
 * difficulty and group. The row then lists every law that held. A token that leads to another row is a problem. Rows without
 * a token and rows with a manual review are returned unchanged.
 */
export function confirmDraws<Q, A>(spec: LevelSpec<Q, A>, redraw: Redraw<Q, A>, judgements: readonly RowResult[]): readonly RowResult[] {
  const drawn = judgements.flatMap(one => (E.isRight(one) && hasDraw(spec, one.right) ? [one.right.metadata.token] : []))
  const rows = redraw.rows(drawn)
  let next = 0
  return judgements.map(one => {
    if (E.isLeft(one) || !hasDraw(spec, one.right)) return one
    const row = rows[next++] as E.Either<readonly Problem[], RenderedRow>
    return E.isLeft(row) ? E.left(row.left.map(asRowProblem)) : compareWithDraw(one.right, row.right)
  })
}

const hasDraw = <Q, A>(spec: LevelSpec<Q, A>, { verification_method, metadata }: Sample): boolean =>
  metadata.token !== '' && verification_method === spec.verificationMethod

function compareWithDraw(sample: Sample, drawn: RenderedRow): RowResult {
  const problems = drawClaims(sample).flatMap(([path, claim], index) => {
    const [, truth] = drawClaims(drawn)[index] as readonly [string, string | number]
    return claim === truth ? [] : [invalidRow(path, String(truth), String(claim), 'the token states how the row was drawn')]
  })
  return problems.length > 0 ? E.left(problems) : E.right({ ...sample, ...drawn } as Sample)
}

/** Returns the fields of a row that its draw determines, by path. */
const drawClaims = ({
  input,
  expected_output,
  category,
  difficulty,
  metadata,
}: RenderedRow): readonly (readonly [string, string | number])[] => [
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

/** Turns the problem of a token into one of its row. A violated law stays unchanged, with its counterexample. */
const asRowProblem = (problem: Problem): Problem =>
  problem._tag === 'InvalidToken' ? { ...problem, _tag: 'InvalidRow', path: `metadata.${problem.path}` } : problem
