/** Counts of a feature: the rows that have it, the refusals among them, and its first occurrence. */
export interface FeatureCounts {
  readonly feature: number
  readonly refusals: number
  readonly rows: number
  readonly firstRow: number
  /** Position of the first occurrence among the features of the first row. */
  readonly order: number
}
