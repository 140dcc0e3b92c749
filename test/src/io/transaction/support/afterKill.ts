import { differences, type Tree } from './tree'

/** What a killed run has done wrong; both are empty where it has done nothing wrong. */
export interface Harm {
  /** Files under their own names that are neither the old nor the new ones. */
  readonly torn: readonly string[]
  /** Anything else that is not plainly unfinished. */
  readonly strays: readonly string[]
}

/** Whether no loader takes it for data, and the next run for finished. */
export const isUnfinished = (path: string): boolean => /(?:^|\/)\.genesis(?:\/|$)|(?:^|\/)\.[^/]+\.unfinished$/.test(path)

/** Compares what a killed run left with what was there before, and with what an undisturbed run makes. */
export function harmOf(left: Tree, before: Tree, after: Tree): Harm {
  const own = [...new Set([...before.keys(), ...after.keys()])]
  const torn = own.filter(path => left.get(path) !== before.get(path) && left.get(path) !== after.get(path))
  const strays = [...left.keys()].filter(path => !own.includes(path) && !isUnfinished(path))
  return { torn, strays }
}

/** What is there though it should not be, and what has other bytes or is missing, once the same run has ended. */
export interface Rest {
  readonly leftOver: readonly string[]
  readonly other: readonly string[]
}

export function restOf(ended: Tree, after: Tree): Rest {
  const different = differences(ended, after)
  return { leftOver: different.filter(path => !after.has(path)), other: different.filter(path => after.has(path)) }
}
