import type { AdversarialType } from './vocabulary'

/** A question with its answer, before either is text. */
export interface Answered<Q, A> {
  readonly _tag: 'Answered'
  readonly question: Q
  readonly answer: A
}

/** A text that must be refused, with the answerable draft that it was derived from. */
export interface Refused<Q, A> {
  readonly _tag: 'Refused'
  readonly trap: Trap
  readonly twin: Answered<Q, A>
}

/** A sample before it is text. */
export type Draft<Q, A> = Answered<Q, A> | Refused<Q, A>

/** What makes a refusal checkable; every text in it is judged by the oracle. */
export interface Witnesses {
  /** The key of `domains` in the level spec whose recogniser accepts the input. */
  readonly out_of_scope: { readonly domain: string }
  /** Where the input breaks, in the unit in which the oracle reports it. */
  readonly malformed: { readonly at: number }
  /** The input less one clashing statement, each: less one piece of text. Every one of them is answerable. */
  readonly contradictory: { readonly without: readonly string[] }
  /**
   * Two texts that the input could have become: each is the input with one piece of text put in, anywhere. Both are
   * answerable and their answers differ.
   */
  readonly incomplete: { readonly completions: readonly [string, string] }
  /** Both readings of the input, made explicit; both are answerable and their answers differ. */
  readonly ambiguous: { readonly readings: readonly [string, string] }
}

/** What a level derives from a twin: the text to refuse, and the witness of one type of refusal. */
export interface Derived<T extends AdversarialType> {
  readonly input: string
  readonly witness: Witnesses[T]
}

export type Trap = { readonly [T in AdversarialType]: Derived<T> & { readonly type: T } }[AdversarialType]
