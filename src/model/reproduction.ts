import type { Draft } from './draft'
import type { Saying } from './law'
import type { Exhibit } from './problem'
import type { Sample } from './sample'

/** A draw made again: what was drawn, what it was shrunk to, and what every law says of it. */
export interface Reproduction<Q, A> {
  readonly token: string
  readonly level: string
  readonly version: string
  readonly seed: string
  readonly cell: string
  readonly k: number
  readonly attempt: number
  /** Whether it was drawn with a bias towards edges; no row is. */
  readonly biased: boolean
  /** Undefined where the twin that was drawn offers no trap of the type. */
  readonly draft: Draft<Q, A> | undefined
  /** Where the token's path leads; the draft itself where it has none. */
  readonly shrunk: Draft<Q, A> | undefined
  /** From the draw to the shrunk draft, one simpler than the other, each as a row would print it. */
  readonly steps: readonly Exhibit[]
  /** What each law says of the shrunk draft (of a trap's twin: under `twinLaws`). */
  readonly laws: readonly Saying[]
  readonly twinLaws: readonly Saying[]
  /** The row, but for its id: where it stood in its dataset is not in the token. */
  readonly row: Omit<Sample, 'id'> | undefined
}
