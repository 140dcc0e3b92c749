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
  readonly search: Search
}

/** A fault of values that can be drawn in every form; `search` looks on the tape. */
export interface ChosenFault extends PlantedFault {
  readonly forms: Forms<unknown>
  readonly searches: Readonly<Record<Form, Search>>
}

/** From a seed to the simplest value, or from the token of a counterexample there again. */
export type Search = (from: { readonly seed: number } | { readonly token: string }) => Reached

/** Where a search for the simplest value ended; `minimal` is false where its budget was spent. */
export interface Reached {
  readonly found: boolean
  readonly minimal: boolean
  readonly text: string
  /** Of the counterexample, where there is one. */
  readonly token: string
}

/**
 * How values are drawn: by choices that are recorded, by the same where the length of a list is chosen before its items, and
 * by fast-check's own combinators, as one writes it without a tape.
 */
export type Form = 'tape' | 'counted' | 'composed'

/** The same values in every form. */
export interface Forms<T> extends Readonly<Record<Form, fc.Arbitrary<T>>> {
  /** Whether a value is one of theirs, where later parts depend on earlier ones: their outlines do not tell. */
  isOne(value: T): boolean
}

/** By choices and by combinators; the lengths of lists are chosen first in the form between. */
export const both = <T>(
  build: (choose: Choose) => T,
  composed: fc.Arbitrary<NoInfer<T>>,
  isOne: (value: NoInfer<T>) => boolean = () => true,
): Forms<T> => ({ tape: fromChoices(build), counted: fromChoices(choose => build(counting(choose))), composed, isOne })

const counting = ({ integer, boolean, pick, bits }: Choose): Choose => ({
  ...{ integer, boolean, pick, bits },
  list: ({ min = 0, max }, item) => listOf({ integer }, min, max, item),
})

/** Enough for a fault that breaks one draw in 300. */
export const RUNS = 5_000

export function reachedBy(checked: Checked, textOf: (shrunk: Counterexample['shrunk']) => string): Reached {
  if (checked._tag === 'Right') return { found: false, minimal: false, text: 'all laws held', token: '' }
  if (checked.left._tag === 'CheckError') return { found: false, minimal: false, text: renderError(checked.left), token: '' }
  const { minimal, shrunk, token } = checked.left
  return { found: true, minimal, text: textOf(shrunk), token }
}

/** A fault in what is said of values. Of equally many choices, those are simplest that are less at the first difference. */
export function chosen<T>(name: string, forms: Forms<T>, breaks: (value: T) => boolean, minimum: NoInfer<T>): ChosenFault {
  const broken = law<T>('value.planted', value => (breaks(value) ? { violated: 'as planted' } : 'holds'))
  const searchIn =
    (arbitrary: fc.Arbitrary<T>): Search =>
    from =>
      reachedBy(checkArbitrary(arbitrary, [broken], { ...from, runs: RUNS, print: JSON.stringify }), ({ input }) => input)
  const searches = { tape: searchIn(forms.tape), counted: searchIn(forms.counted), composed: searchIn(forms.composed) }
  return { name, minimum: JSON.stringify(minimum), forms, search: searches.tape, searches }
}

/** A list whose length is chosen first. */
export const listOf = <T>(choose: Pick<Choose, 'integer'>, least: number, most: number, item: (index: number) => T): T[] =>
  Array.from({ length: choose.integer(least, most) }, (_, index) => item(index))

/** A list with a choice to go on before each item. */
export function chainOf<T>(choose: Choose, most: number, item: () => T): T[] {
  const items: T[] = []
  while (items.length < most && choose.integer(0, 4) > 0) items.push(item())
  return items
}

/** Of fast-check's lists: as many items as there may be, whatever its global configuration says. */
export const upTo = (maxLength: number) => ({ maxLength, size: 'max' }) as const

export const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
export const pairsOf = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((one, index) => items.slice(index + 1).map(other => [one, other] as const))
export const bitsIn = (value: number): number => value.toString(2).replaceAll('0', '').length
