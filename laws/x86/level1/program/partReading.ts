/** Result of assembling one part of a program's text. */
export type PartReading =
  | {
      readonly _tag: 'Part'
      /** Canonical assembly. */
      readonly text: string
      readonly bytes: readonly number[]
    }
  /** Bytes that no following bytes make an instruction. */
  | { readonly _tag: 'NoInstruction' }
  | { readonly _tag: 'Unjudged'; readonly reason: string }

/** Returns the result for a part that the oracle cannot judge. */
export function unjudged(reason: string): PartReading {
  return { _tag: 'Unjudged', reason }
}
