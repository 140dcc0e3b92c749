import type { AdversarialType } from './vocabulary'

/** What an oracle says of a text, from the text alone. */
export type Verdict<A> =
  | {
      readonly _tag: 'Answer'
      /** The one answer that the text determines: the label. */
      readonly canonical: A
      /** Whether the level holds this answer right as well. */
      readonly equivalent: (answer: A) => boolean
    }
  | { readonly _tag: 'Refuse'; readonly type: Exclude<AdversarialType, 'malformed'> }
  | {
      readonly _tag: 'Refuse'
      readonly type: 'malformed'
      /** Where the text breaks: `refusal.malformed` compares it with the witness. */
      readonly at: number
    }
  | { readonly _tag: 'CannotJudge'; readonly reason: string }

/**
 * Decides for each text what its right output is; one verdict an input, in the same order.
 *
 * It shares no code and no tool with the generator's way of knowing the answer. It takes a batch because a process
 * or a WASM call for each text would cost too much; a verdict must not depend on what else is in the batch.
 */
export type Oracle<A> = (inputs: readonly string[]) => readonly Verdict<A>[]
