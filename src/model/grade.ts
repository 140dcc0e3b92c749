import type { Sample } from './sample'

/**
 * What a model's output is worth: `right`; `refused`: a refusal that is not this row's; `hedged`: more than one answer;
 * `wrong`: all else. Only `right` counts.
 */
export type Grade = 'right' | 'wrong' | 'refused' | 'hedged'

/** A row and what a model said to its input. */
export interface Graded {
  readonly sample: Sample
  readonly output: string
}

/** How many of some rows are answered right, with the 95 % Wilson interval of the true share. */
export interface Score {
  readonly rows: number
  readonly right: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The grades of many outputs. */
export interface GradeReport {
  readonly grades: Readonly<Record<Grade, number>>
  readonly accuracy: Score
  /** Of the rows that have an answer, how many got it. */
  readonly answered: Score
  /** Of the traps, how many were refused for the right reason. */
  readonly refused: Score
  /** Traps whose twin is among the rows: a pair counts only where both are right, so always refusing earns nothing. */
  readonly pairs: Score
  /** Traps whose twin is not among the rows: of these nothing can be said. */
  readonly unpaired: number
  readonly byTopic: Readonly<Record<string, Score>>
  readonly byDifficulty: Readonly<Record<string, Score>>
  readonly byCategory: Readonly<Record<string, Score>>
  /** Traps by their type. */
  readonly byType: Readonly<Record<string, Score>>
}
