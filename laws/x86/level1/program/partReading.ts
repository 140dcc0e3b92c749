/** What became of one part of a program's text. */
export type PartReading =
  | {
      readonly _tag: 'Part'
      /** House text. */
      readonly text: string
      readonly bytes: readonly number[]
    }
  /** Bytes that are no instruction, whatever follows them. */
  | { readonly _tag: 'NoInstruction' }
  | { readonly _tag: 'Unjudged'; readonly reason: string }

/** A part that the oracle has no word on. */
export function unjudged(reason: string): PartReading {
  return { _tag: 'Unjudged', reason }
}
