import { either as E } from 'fp-ts'
import { type LevelSpec, renderError, type Reproduction, reproduce, type Sample } from 'genesis-datasets'
import { expect } from 'vitest'

/** A reproduction that must come out. */
export function again<Q, A>(spec: LevelSpec<Q, A>, of: Parameters<typeof reproduce<Q, A>>[1]): Reproduction<Q, A> {
  const reproduction = reproduce(spec, of)
  if (E.isLeft(reproduction)) throw new Error(renderError(reproduction.left))
  return reproduction.right
}

export const withoutId = ({ id: _, ...row }: Sample): Omit<Sample, 'id'> => row

/** A row's token must lead to the very same row, for which no law is violated or discards. */
export function expectDrawnAgain<Q, A>(spec: LevelSpec<Q, A>, row: Sample): void {
  const { row: same, laws, twinLaws, steps, biased } = again(spec, row.metadata.token)
  expect(same).toEqual(withoutId(row))
  expect([biased, steps.length]).toEqual([false, 1])
  expect([...laws, ...twinLaws].filter(({ outcome }) => typeof outcome === 'object')).toEqual([])
}
