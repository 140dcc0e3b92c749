import { either as E } from 'fp-ts'
import { type LevelSpec, renderError } from 'genesis-datasets'
import { type Plan, plan } from '../../src/stages/plan/plan'

/** Returns a plan; fails if there is none. */
export function planOrFail<Q, A>(spec: LevelSpec<Q, A>, count: number): Plan {
  const found = plan(spec, count)
  if (E.isLeft(found)) throw new Error(`${count} rows: ${renderError(found.left)}`)
  return found.right
}
