import { expect } from 'vitest'
import type { Pass } from '../../../arbitraries/choicePasses'

/** More than any choice can be. */
export const MOST = Number.POSITIVE_INFINITY
export type Made = readonly number[]

/** All edits of a pass in its order: how far each goes, and what one step of it makes. */
export const edits = (pass: Pass, made: Made, step = 1): readonly (readonly [number, Made])[] =>
  Array.from({ length: Math.max(0, pass.places(made.length)) }, (_, place) => pass.at(made, place)).flatMap(edit =>
    edit === undefined ? [] : [[edit.distance, edit.by(step)] as const],
  )
/** Of a pass whose edits have one step each. */
export function candidates(pass: Pass, made: Made): readonly Made[] {
  const found = edits(pass, made)
  expect(found.filter(([distance]) => distance !== 1)).toEqual([])
  return found.map(([, candidate]) => candidate)
}
export const zeros = (length: number): Made => Array.from({ length }, () => 0)
