import type { Sample } from './sample'

/**
 * Grade of a model's output: `right`; `refused` for a refusal other than the row's; `hedged` for more than one answer; `wrong`
 * for the rest. Only `right` scores.
 */
export type Grade = 'right' | 'wrong' | 'refused' | 'hedged'

/** A row with a model's output for its input. */
export interface ModelOutput {
  readonly sample: Sample
  readonly output: string
}

/** Number and share of rows graded `right`, with the 95 % Wilson interval of the true share; shares are from 0 to 1. */
export interface Score {
  readonly rows: number
  readonly right: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Grades of many outputs, counted and scored. */
export interface GradeReport {
  readonly grades: Readonly<Record<Grade, number>>
  /** Score over all rows. */
  readonly accuracy: Score
  /** Score over the rows that have an answer. */
  readonly answerable: Score
  /** Score over the traps; only the right refusal scores. */
  readonly traps: Score
  /** Score over traps whose twin is among the rows. A pair scores only if both are right, so constant refusal scores 0. */
  readonly pairs: Score
  /** Number of traps whose twin is not among the rows; `pairs` leaves them out. */
  readonly unpaired: number
  readonly byTopic: Readonly<Record<string, Score>>
  readonly byDifficulty: Readonly<Record<string, Score>>
  readonly byCategory: Readonly<Record<string, Score>>
  /** Scores of the traps by adversarial type. */
  readonly byAdversarialType: Readonly<Record<string, Score>>
}
