import { expect } from 'vitest'
import type { Pass } from '../../../arbitraries/choicePasses'

/** A bound above any choice. */
export const MAX_CHOICE = Number.POSITIVE_INFINITY
/** A sequence of choices. */
export type Made = readonly number[]

/** Returns all edits of a pass in order, as the maximal step and the result of one step. */
export const edits = (pass: Pass, made: Made, step = 1): readonly (readonly [number, Made])[] =>
  Array.from({ length: Math.max(0, pass.positionCount(made.length)) }, (_, place) => pass.editAt(made, place)).flatMap(edit =>
    edit === undefined ? [] : [[edit.maxStep, edit.apply(step)] as const],
  )
/** Returns the results of a pass whose edits have a single step each. */
export function candidates(pass: Pass, made: Made): readonly Made[] {
  const found = edits(pass, made)
  expect(found.filter(([distance]) => distance !== 1)).toEqual([])
  return found.map(([, candidate]) => candidate)
}
/** Returns a sequence of zeros. */
export const zeros = (length: number): Made => Array.from({ length }, () => 0)
