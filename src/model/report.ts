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

/**
 * A cell, or the traps of a topic at one difficulty, with more planned rows than its capacity or its twins allow. Other cells of its
 * category got the difference, first at the same difficulty.
 */
export interface CapacityAdjustment {
  readonly cell: string
  /** Rows by the mix, before the adjustment; can be a fraction. */
  readonly plannedRows: number
  /** Maximum number of rows; for traps, 0.9 of the valid rows that can be their twins. */
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
