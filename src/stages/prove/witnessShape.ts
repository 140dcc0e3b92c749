import type { Trap } from '../../model/draft'
import type { AdversarialType } from '../../model/vocabulary'

/** Shape of a type's witness: the fields that it needs, as text, and a predicate. A trap may come from untyped code. */
interface WitnessShape {
  readonly needs: string
  readonly fits: (witness: Readonly<Record<string, unknown>>) => boolean
}

const isText = (value: unknown): boolean => typeof value === 'string'
const areTexts = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.every(isText)
const areTwoTexts = (value: unknown): boolean => areTexts(value) && value.length === 2

const SHAPES: Readonly<Record<AdversarialType, WitnessShape>> = {
  out_of_scope: { needs: 'domain: text', fits: ({ domain }) => isText(domain) },
  malformed: { needs: 'at: number', fits: ({ at }) => typeof at === 'number' },
  contradictory: { needs: 'without: [text, …]', fits: ({ without }) => areTexts(without) },
  incomplete: { needs: 'completions: [text, text]', fits: ({ completions }) => areTwoTexts(completions) },
  ambiguous: { needs: 'readings: [text, text]', fits: ({ readings }) => areTwoTexts(readings) },
}

/** Returns the reason why a trap's witness has the wrong shape; undefined if the shape is right. */
export function witnessShapeProblem({ type, witness }: Trap): string | undefined {
  const given: unknown = witness
  const { needs, fits } = SHAPES[type]
  return typeof given === 'object' && given !== null && fits(given as Readonly<Record<string, unknown>>)
    ? undefined
    : `the witness of ${type} needs ${needs}`
}
