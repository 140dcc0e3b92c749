import type { AdversarialType } from './vocabulary'

/** A question with its answer, as values. */
export interface Answered<Q, A> {
  readonly _tag: 'Answered'
  readonly question: Q
  readonly answer: A
}

/** A trap with the answerable draft that it was derived from. */
export interface Refused<Q, A> {
  readonly _tag: 'Refused'
  readonly trap: Trap
  readonly twin: Answered<Q, A>
}

/** Content of a slot before it is rendered: an answered question, or a trap with its twin. */
export type Draft<Q, A> = Answered<Q, A> | Refused<Q, A>

/** Witness of each adversarial type: the data that proves a refusal right. The oracle judges every text in it. */
export interface Witnesses {
  /** Key of the recogniser in the level's `domains` that accepts the input. */
  readonly out_of_scope: { readonly domain: string }
  /** Position at which the input breaks, in the same unit as the oracle's verdict. */
  readonly malformed: { readonly at: number }
  /** The input without one of the clashing statements, once for each. A single piece of text is removed; each rest is answerable. */
  readonly contradictory: { readonly without: readonly string[] }
  /**
   * Two completions of the input: each is the input with one piece of text inserted anywhere. Both are answerable, and their
   * answers differ.
   */
  readonly incomplete: { readonly completions: readonly [string, string] }
  /** Two readings of the input as unambiguous texts. Both are answerable, and their answers differ. */
  readonly ambiguous: { readonly readings: readonly [string, string] }
}

/** Result of a trap generator: the text to refuse, and the witness of its type. */
export interface DerivedTrap<T extends AdversarialType> {
  readonly input: string
  readonly witness: Witnesses[T]
}

/** A text to refuse, with its adversarial type and the witness of that type. */
export type Trap = { readonly [T in AdversarialType]: DerivedTrap<T> & { readonly type: T } }[AdversarialType]
