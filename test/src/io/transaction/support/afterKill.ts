import { differences, type Tree } from './tree'

/** Damage by a killed run; both lists are empty if there is none. */
export interface Harm {
  /** Published files that are neither the old nor the new ones. */
  readonly torn: readonly string[]
  /** All other files that are not marked as unfinished. */
  readonly strays: readonly string[]
}

/** True if no loader takes the file for data, and no run for finished. */
export const isUnfinished = (path: string): boolean => /(?:^|\/)\.genesis(?:\/|$)|(?:^|\/)\.[^/]+\.unfinished$/.test(path)

/** Compares the files after a kill with the files before it and the files of an undisturbed run. */
export function harmOf(left: Tree, before: Tree, after: Tree): Harm {
  const own = [...new Set([...before.keys(), ...after.keys()])]
  const torn = own.filter(path => left.get(path) !== before.get(path) && left.get(path) !== after.get(path))
  const strays = [...left.keys()].filter(path => !own.includes(path) && !isUnfinished(path))
  return { torn, strays }
}

/** Superfluous files, and files with wrong bytes or missing files, after the same run has completed. */
export interface Rest {
  readonly leftOver: readonly string[]
  readonly other: readonly string[]
}

/** Compares the files after the final run with the files of an undisturbed run. */
export function restOf(ended: Tree, after: Tree): Rest {
  const different = differences(ended, after)
  return { leftOver: different.filter(path => !after.has(path)), other: different.filter(path => after.has(path)) }
}
