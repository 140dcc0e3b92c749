import { type CheckError, type CheckReport, checkArbitrary, type Counterexample, type fc, renderError } from 'genesis-datasets'
import { type Choose, fromChoices } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'

export type Checked =
  | { readonly _tag: 'Left'; readonly left: Counterexample | CheckError }
  | { readonly _tag: 'Right'; readonly right: CheckReport }

/** A law that is broken on purpose, and the simplest value that breaks it, reasoned by hand. */
export interface PlantedFault {
  readonly name: string
  /** As its text. */
  readonly minimum: string
  readonly search: (seed: number) => Reached
}

/** Where a search for the simplest value ended; `minimal` is false where its budget was spent. */
export interface Reached {
  readonly found: boolean
  readonly minimal: boolean
  readonly text: string
}

/** Enough for a fault that breaks one draw in 300. */
export const RUNS = 5_000

export function reachedBy(checked: Checked, textOf: (shrunk: Counterexample['shrunk']) => string): Reached {
  if (checked._tag === 'Right') return { found: false, minimal: false, text: 'all laws held' }
  if (checked.left._tag === 'CheckError') return { found: false, minimal: false, text: renderError(checked.left) }
  return { found: true, minimal: checked.left.minimal, text: textOf(checked.left.shrunk) }
}

/** A fault in what is said of an arbitrary's values. Of equally many choices, those are simplest that are less at the first difference. */
export const planted = <T>(name: string, arbitrary: fc.Arbitrary<T>, breaks: (value: T) => boolean, minimum: NoInfer<T>): PlantedFault => ({
  name,
  minimum: JSON.stringify(minimum),
  search: seed => {
    const broken = law<T>('value.planted', value => (breaks(value) ? { violated: 'as planted' } : 'holds'))
    return reachedBy(checkArbitrary(arbitrary, [broken], { seed, runs: RUNS, print: JSON.stringify }), ({ input }) => input)
  },
})

/** The same, of what is built by choices. */
export const chosen = <T>(name: string, build: (choose: Choose) => T, breaks: (value: T) => boolean, minimum: NoInfer<T>): PlantedFault =>
  planted(name, fromChoices(build), breaks, minimum)

/** A list whose length is chosen first. */
export const listOf = <T>(choose: Choose, least: number, most: number, item: (index: number) => T): T[] =>
  Array.from({ length: choose.integer(least, most) }, (_, index) => item(index))

/** A list with a choice to go on before each item. */
export function chainOf<T>(choose: Choose, most: number, item: () => T): T[] {
  const items: T[] = []
  while (items.length < most && choose.integer(0, 4) > 0) items.push(item())
  return items
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
export const pairsOf = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((one, index) => items.slice(index + 1).map(other => [one, other] as const))
export const bitsIn = (value: number): number => value.toString(2).replaceAll('0', '').length
