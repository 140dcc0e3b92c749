import { either as E } from 'fp-ts'
import { type CheckOptions, checkLevel, type Counterexample, type LevelSpec, renderError, reproduce } from 'genesis-datasets'
import { expect } from 'vitest'

/** Returns the counterexample to a law from a check; its token must reproduce the same draw and its shrunk form. */
export function expectCheckViolation<Q, A>(spec: LevelSpec<Q, A>, law: string, options: CheckOptions<Q, A> = {}): Counterexample {
  const checked = checkLevel(spec, options)
  if (E.isRight(checked)) throw new Error(`${law} lets the fault pass`)
  const found = checked.left
  if (found._tag !== 'Counterexample') throw new Error(renderError(found))
  expect(found.law).toBe(law)
  const again = reproduce(spec, found.token)
  if (E.isLeft(again)) throw new Error(renderError(again.left))
  const { steps, laws, twinLaws } = again.right
  expect([steps[0], steps.at(-1), steps.length]).toEqual([found.original, found.shrunk, found.shrinks + 1])
  expect([...twinLaws, ...laws]).toContainEqual({ law, outcome: { violated: found.reason } })
  return found
}
