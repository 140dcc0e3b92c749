import { either as E } from 'fp-ts'
import { type LevelSpec, renderError, type Reproduction, reproduce, type Sample } from 'genesis-datasets'
import { expect } from 'vitest'

/** Reproduces a draw; fails if there is an error. */
export function reproduceOrFail<Q, A>(spec: LevelSpec<Q, A>, of: Parameters<typeof reproduce<Q, A>>[1]): Reproduction<Q, A> {
  const reproduction = reproduce(spec, of)
  if (E.isLeft(reproduction)) throw new Error(renderError(reproduction.left))
  return reproduction.right
}

/** Removes the id, which depends on the position in the dataset. */
export const withoutId = ({ id: _, ...row }: Sample): Omit<Sample, 'id'> => row

/** Expects that the token of a row reproduces the same row, with no law violated or discarding. */
export function expectReproducible<Q, A>(spec: LevelSpec<Q, A>, row: Sample): void {
  const { row: same, laws, twinLaws, steps, biased } = reproduceOrFail(spec, row.metadata.token)
  expect(same).toEqual(withoutId(row))
  expect([biased, steps.length]).toEqual([false, 1])
  expect([...laws, ...twinLaws].filter(({ outcome }) => typeof outcome === 'object')).toEqual([])
}
