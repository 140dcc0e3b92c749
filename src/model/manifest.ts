import type { Counts, Report } from './report'

/** Size and hash of a file when it was written; a later change of the file does not match them. */
export interface FileFacts {
  readonly rows: number
  readonly bytes: number
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string
}

/** Origin of a folder of data. The file `.manifest.json` beside the data holds it; loaders ignore files with a leading dot. */
export interface Manifest {
  /** Version of the manifest format. */
  readonly manifest: 1
  /** Step that wrote the folder last. */
  readonly step: 'generate' | 'verify' | 'split'
  readonly level: string
  /** Version of the level. */
  readonly version: string
  /** Version of the token format and of fast-check: `g1-4.10.2`. */
  readonly stamp: string
  /** This package and its version. */
  readonly software: string
  /** Tools of the level's oracle, with their versions. */
  readonly verifiedBy: readonly string[]
  /** Seed of the build, in decimal; null if the rows come from elsewhere. */
  readonly seed: string | null
  /** Requested number of rows; null if the rows come from elsewhere. */
  readonly count: number | null
  /** Hash of the planned cells with their numbers of rows and splits, 16 hexadecimal digits; editing the level can change it. */
  readonly plan?: string
  /** SHA-256 of the files that were read, if the rows come from elsewhere. */
  readonly sources?: readonly string[]
  /** Shares of the splits; written by `split`. */
  readonly shares?: SplitShares
  /** Seed that assigned rows to splits, if no plan did. */
  readonly splitSeed?: string
  /** Attempts that did not become rows, by reason. */
  readonly discards: Counts
  /** Data files by path, relative to the folder. */
  readonly files: Readonly<Record<string, FileFacts>>
  /** Report of the dataset; written by `split`. */
  readonly report?: Report
  /** Results of testing the verifiers with wrong labels; written by `split`. */
  readonly wrongLabels?: WrongLabelFigures
}

/** Numbers of wrong labels made (`mutants`), of those rejected (`killed`), and of those as right as the label (`equivalent`). */
export interface WrongLabelFigures {
  readonly rows: number
  readonly mutants: number
  readonly killed: number
  readonly equivalent: number
}

/** Shares of the splits among the rows that are not held out; they add up to 1. */
export interface SplitShares {
  readonly train: number
  readonly val: number
  readonly test: number
}
