import { either as E } from 'fp-ts'
import { type LevelSpec, renderError } from 'genesis-datasets'
import { type Plan, plan } from '../../src/stages/plan/plan'

/** A plan that must exist. */
export function planned<Q, A>(spec: LevelSpec<Q, A>, count: number): Plan {
  const found = plan(spec, count)
  if (E.isLeft(found)) throw new Error(`${count} rows: ${renderError(found.left)}`)
  return found.right
}
