/** A feature with how many rows have it and how many of them are refusals, and where it was first met. */
export interface FeatureCounts {
  readonly feature: number
  readonly refusals: number
  readonly rows: number
  readonly firstRow: number
  /** Of features that were first met in one row, the one with the least came first. */
  readonly order: number
}
