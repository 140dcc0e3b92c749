import type { Counts } from './counts'
import type { DatasetFigures } from './figures'

export type { Counts } from './counts'

/** Statistics of a dataset and the results of the dataset checks. Each `Counts` is a number of rows by name. */
export interface Report {
  readonly level: string
  /** Version of the level. */
  readonly version: string
  readonly seed: string
  /** Number of rows. */
  readonly count: number
  readonly category: Counts
  readonly difficulty: Counts
  readonly topic: Counts
  readonly adversarialType: Counts
  readonly edge: Counts
  readonly split: Counts
  /** Attempts that did not become rows, by reason. */
  readonly discards: Counts
  /** Quotas that the plan moved because a topic or an edge has too few distinct questions. */
  readonly capacityAdjustments: readonly CapacityAdjustment[]
  readonly figures: DatasetFigures
  readonly checks: readonly DatasetCheck[]
}

/** A cell that has fewer distinct questions than its share of the rows; its neighbours got the difference. */
export interface CapacityAdjustment {
  readonly cell: string
  /** Number of rows that an even split would give. */
  readonly share: number
  /** Number of rows that the cell can give. */
  readonly capacity: number
}

/** Result of one check of a dataset as a whole. */
export interface DatasetCheck {
  readonly name: DatasetCheckName
  readonly outcome: 'holds' | 'violated' | 'notApplicable'
  /** Figures that decided it, in one sentence. */
  readonly figures: string
}

/** Names of the dataset checks, in the order of a report. `docs/checks.md` defines each. */
export const DATASET_CHECKS = [
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
/** One of `DATASET_CHECKS`, of the form `subject.property`. */
export type DatasetCheckName = (typeof DATASET_CHECKS)[number]
