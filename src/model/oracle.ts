import type { AdversarialType } from './vocabulary'

/** An oracle's judgement of a text, from the text alone. */
export type Verdict<A> =
  | {
      readonly _tag: 'Answer'
      /** The answer that the text determines; the label must equal it. */
      readonly canonical: A
      /** Returns true if the level also accepts this answer. */
      readonly equivalent: (answer: A) => boolean
    }
  | { readonly _tag: 'Refuse'; readonly type: Exclude<AdversarialType, 'malformed'> }
  | {
      readonly _tag: 'Refuse'
      readonly type: 'malformed'
      /** Position at which the text breaks; `refusal.malformed` compares it with the witness. */
      readonly at: number
    }
  | { readonly _tag: 'CannotJudge'; readonly reason: string }

/**
 * Judges texts: returns one verdict per input, in the same order.
 *
 * An oracle shares no code and no tool with the generator. It takes a batch, because a process or a WASM call per text would be
 * slow. A verdict must not depend on the other texts of the batch.
 */
export type Oracle<A> = (inputs: readonly string[]) => readonly Verdict<A>[]
