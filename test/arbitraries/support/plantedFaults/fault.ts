import { type CheckError, type CheckReport, checkArbitrary, type Counterexample, type fc, renderError } from 'genesis-datasets'
import { type Choose, fromChoices } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'

/** Result of checkLevel or checkArbitrary. */
export type Checked =
  | { readonly _tag: 'Left'; readonly left: Counterexample | CheckError }
  | { readonly _tag: 'Right'; readonly right: CheckReport }

/** A law that is violated on purpose, with the simplest value that violates it, derived by hand. */
export interface PlantedFault {
  readonly name: string
  /** Text of the simplest value. */
  readonly minimum: string
  readonly search: Search
}

/** A fault of values that can be drawn in every form; `search` uses the tape. */
export interface ChosenFault extends PlantedFault {
  readonly forms: Forms<unknown>
  readonly searches: Readonly<Record<Form, Search>>
}

/** A search from a seed to the simplest value, or from the token of a counterexample to the same value. */
export type Search = (from: { readonly seed: number } | { readonly token: string }) => Reached

/** Result of a search for the simplest value; `minimal` is false if the budget was exhausted. */
export interface Reached {
  readonly found: boolean
  readonly minimal: boolean
  readonly text: string
  /** Token of the counterexample; empty if there is none. */
  readonly token: string
}

/**
 * Form in which values are drawn: by recorded choices, by recorded choices with the length of a list chosen before its items,
 * or by fast-check's own combinators.
 */
export type Form = 'tape' | 'counted' | 'composed'

/** Arbitraries of the same values in every form. */
export interface Forms<T> extends Readonly<Record<Form, fc.Arbitrary<T>>> {
  /** True if a value belongs to the set. Needed if later parts depend on earlier ones, which outlines do not show. */
  isOne(value: T): boolean
}

/** Returns the values by choices and by combinators, and in between by choices with the lengths of lists first. */
export const both = <T>(
  build: (choose: Choose) => T,
  composed: fc.Arbitrary<NoInfer<T>>,
  isOne: (value: NoInfer<T>) => boolean = () => true,
): Forms<T> => ({ tape: fromChoices(build), counted: fromChoices(choose => build(counting(choose))), composed, isOne })

const counting = ({ integer, boolean, pick, bits }: Choose): Choose => ({
  ...{ integer, boolean, pick, bits },
  list: ({ min = 0, max }, item) => listOf({ integer }, min, max, item),
})

/** Number of draws; enough for a fault that occurs in one draw of 300. */
export const RUNS = 5_000

/** Converts the result of a check into the end of its search. */
export function toReached(checked: Checked, textOf: (shrunk: Counterexample['shrunk']) => string): Reached {
  if (checked._tag === 'Right') return { found: false, minimal: false, text: 'all laws held', token: '' }
  if (checked.left._tag === 'CheckError') return { found: false, minimal: false, text: renderError(checked.left), token: '' }
  const { minimal, shrunk, token } = checked.left
  return { found: true, minimal, text: textOf(shrunk), token }
}

/** Plants a fault in values. Of equally many choices, the sequence that is smaller at the first difference is simpler. */
export function plantedInValues<T>(name: string, forms: Forms<T>, breaks: (value: T) => boolean, minimum: NoInfer<T>): ChosenFault {
  const broken = law<T>('value.planted', value => (breaks(value) ? { violated: 'as planted' } : 'holds'))
  const searchIn =
    (arbitrary: fc.Arbitrary<T>): Search =>
    from =>
      toReached(checkArbitrary(arbitrary, [broken], { ...from, runs: RUNS, print: JSON.stringify }), ({ input }) => input)
  const searches = { tape: searchIn(forms.tape), counted: searchIn(forms.counted), composed: searchIn(forms.composed) }
  return { name, minimum: JSON.stringify(minimum), forms, search: searches.tape, searches }
}

/** Draws a list whose length is chosen first. */
export const listOf = <T>(choose: Pick<Choose, 'integer'>, least: number, most: number, item: (index: number) => T): T[] =>
  Array.from({ length: choose.integer(least, most) }, (_, index) => item(index))

/** Draws a list with a choice to continue before each item. */
export function chainOf<T>(choose: Choose, most: number, item: () => T): T[] {
  const items: T[] = []
  while (items.length < most && choose.integer(0, 4) > 0) items.push(item())
  return items
}

/** Options of fast-check's lists: up to `maxLength` items, independent of its global configuration. */
export const upTo = (maxLength: number) => ({ maxLength, size: 'max' }) as const

/** Adds numbers. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
/** Returns all pairs of items in order. */
export const pairsOf = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((one, index) => items.slice(index + 1).map(other => [one, other] as const))
/** Counts the bits that are set. */
export const bitsIn = (value: number): number => value.toString(2).replaceAll('0', '').length
