import type { Counts } from './counts'
import type { DatasetFigures } from './figures'

export type { Counts } from './counts'

/** The figures of a built dataset, and the laws of the whole. */
export interface Report {
  readonly level: string
  readonly version: string
  readonly seed: string
  readonly count: number
  readonly category: Counts
  readonly difficulty: Counts
  readonly topic: Counts
  readonly adversarialType: Counts
  readonly edge: Counts
  readonly split: Counts
  /** Draws that did not become rows, by reason. */
  readonly discards: Counts
  /** What the plan moved because a topic or an edge has few distinct questions. */
  readonly moved: readonly Moved[]
  readonly figures: DatasetFigures
  readonly checks: readonly QualityCheck[]
}

export interface Moved {
  readonly cell: string
  readonly share: number
  readonly capacity: number
}

/** A law on the dataset as a whole. */
export interface QualityCheck {
  readonly name: QualityCheckName
  readonly outcome: 'holds' | 'violated' | 'notApplicable'
  /** The figures it was decided by, in one sentence. */
  readonly figures: string
}

export const QUALITY_CHECKS = [
  'dataset.verified',
  'dataset.balanced',
  'dataset.adversarialShare',
  'dataset.distinct',
  'dataset.metadataComplete',
  'dataset.formatConsistent',
  'splits.disjoint',
  'adversarial.noShortcut',
  'answers.spread',
  'difficulty.ordered',
] as const
export type QualityCheckName = (typeof QUALITY_CHECKS)[number]
