/** Kinds of problems that a call can return. */
export type ProblemTag =
  | 'InvalidSpec'
  | 'InvalidSeed'
  | 'InvalidOption'
  | 'InvalidToken'
  | 'InvalidRow'
  | 'InvalidReview'
  | 'DuplicateFastCheck'
  | 'ToolMissing'
  | 'CannotPlan'
  | 'CellExhausted'
  | 'CannotDraw'
  | 'NotCovered'
  | 'Shortcut'
  | 'NoCounterexample'
  | 'LawViolated'
  | 'CodeThrew'
  | 'WorkerDied'
  | 'CannotRead'
  | 'CannotWrite'
  | 'InvalidLine'
  | 'InvalidShard'
  | 'ShardFailed'
  | 'ConnectionFailed'
  | 'AlreadyExists'
  | 'Locked'
  | 'Interrupted'

/** One error as data. Only `renderProblem` converts it to text. */
export interface Problem {
  readonly _tag: ProblemTag
  /** Place of the error: a field (`topics.decode.hard`, `options.count`), a cell, a law or a file. */
  readonly path: string
  readonly expected: string
  readonly received: string
  readonly hint: string
  /** Name of the violated law, if a law is violated. */
  readonly law?: string
  /** Token of the draw, if the problem concerns a draw. */
  readonly token?: string
  /** Set for `LawViolated`, and for `CodeThrew` if the draw can be shrunk. */
  readonly counterexample?: Counterexample
}

/** A draft that violates a law, with the simplest draft found that violates the same law. */
export interface Counterexample {
  readonly _tag: 'Counterexample'
  /** Name of the level; `arbitrary` if an arbitrary was checked without a level. */
  readonly level: string
  /** Name of the cell; `arbitrary` without a level. */
  readonly cell: string
  readonly law: string
  /** Reason why the shrunk draft violates the law. */
  readonly reason: string
  readonly original: RenderedDraft
  readonly shrunk: RenderedDraft
  /** Number of successful shrink steps. */
  readonly shrinks: number
  /** False if `maxShrinks` ended the search before all simpler candidates were tried. */
  readonly minimal: boolean
  readonly seed: string
  /** Token of the shrunk draft: the address of the original draw and the shrink path. */
  readonly token: string
  /** Value thrown by the code of the level or the law, if that violated the law; its stack shows the place. */
  readonly thrown?: unknown
}

/** A draft as texts. A value drawn without a level has an `input` only. */
export interface RenderedDraft {
  readonly input: string
  readonly expected_output?: string
}

/** A failed call, with all problems found. */
export interface Failure<Tag extends string> {
  readonly _tag: Tag
  readonly problems: readonly Problem[]
}

/** Failure of `buildDataset`, `streamDataset` or `sampleDataset`. */
export type BuildError = Failure<'BuildError'>
/** Failure of a check for another reason than a violated law. */
export type CheckError = Failure<'CheckError'>
/** Failure of `reproduce`. */
export type ReproduceError = Failure<'ReproduceError'>
/** Failure of a call that verifies rows or reviews, or mutates labels. */
export type Rejection = Failure<'Rejection'>
/** Failure of a call that reads or writes files. */
export type FileError = Failure<'FileError'>

/** Wraps problems in a `BuildError`. */
export const buildError = (problems: readonly Problem[]): BuildError => ({ _tag: 'BuildError', problems })
/** Wraps problems in a `CheckError`. */
export const checkError = (problems: readonly Problem[]): CheckError => ({ _tag: 'CheckError', problems })
/** Wraps problems in a `ReproduceError`. */
export const reproduceError = (problems: readonly Problem[]): ReproduceError => ({ _tag: 'ReproduceError', problems })
/** Wraps problems in a `Rejection`. */
export const rejection = (problems: readonly Problem[]): Rejection => ({ _tag: 'Rejection', problems })
/** Wraps problems in a `FileError`. */
export const fileError = (problems: readonly Problem[]): FileError => ({ _tag: 'FileError', problems })
