import type { Counts, Report } from './report'

/** What a file held when it was made; a flipped bit, a cut or an edit shows in it. */
export interface FileFacts {
  readonly rows: number
  readonly bytes: number
  /** 64 hexadecimal digits. */
  readonly sha256: string
}

/** How a folder of data came about; lies beside the data as `.manifest.json`, which no loader takes for data. */
export interface Manifest {
  /** The format of manifests. */
  readonly manifest: 1
  /** The last step that wrote into the folder. */
  readonly step: 'generate' | 'verify' | 'split'
  readonly level: string
  readonly version: string
  /** The format of addresses and the version of fast-check. */
  readonly stamp: string
  /** This package with its version. */
  readonly software: string
  /** The tools that confirm rows, with their versions. */
  readonly verifiedBy: readonly string[]
  /** The seed and the number of rows that were asked for; null where the rows are of no plan. */
  readonly seed: string | null
  readonly count: number | null
  /** 16 hexadecimal digits of the cells with their rows and splits; an edit of the level can change them. */
  readonly plan?: string
  /** The sha256 of the files that rows of no plan were read from. */
  readonly sources?: readonly string[]
  /** The part of each split, after `split`. */
  readonly shares?: Shares
  /** The seed by which rows were dealt to the splits, where no plan has placed them. */
  readonly dealtBy?: string
  /** Draws that did not become rows, by reason. */
  readonly discards: Counts
  /** By the path below the folder. */
  readonly files: Readonly<Record<string, FileFacts>>
  /** The figures of the whole, after `split`. */
  readonly report?: Report
  /** What the verifiers made of wrong labels, after `split`. */
  readonly wrongLabels?: WrongLabelFigures
}

/** Labels of some rows that were made wrong: how many were rejected, and how many more are as right as the label. */
export interface WrongLabelFigures {
  readonly rows: number
  readonly mutants: number
  readonly killed: number
  readonly equivalent: number
}

/** What part of the rows that are not held out goes to each split; they add up to 1. */
export interface Shares {
  readonly train: number
  readonly val: number
  readonly test: number
}
