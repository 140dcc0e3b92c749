/** What can go wrong at the edges, by kind. */
export type ProblemTag =
  | 'InvalidSpec'
  | 'InvalidSeed'
  | 'InvalidOption'
  | 'InvalidToken'
  | 'InvalidRow'
  | 'InvalidReview'
  | 'ForeignFastCheck'
  | 'ToolMissing'
  | 'CannotPlan'
  | 'CannotFill'
  | 'CannotDraw'
  | 'NotCovered'
  | 'Shortcut'
  | 'NothingViolated'
  | 'LawViolated'
  | 'Threw'
  | 'WorkerDied'
  | 'CannotRead'
  | 'CannotWrite'
  | 'BadLine'
  | 'BadShard'
  | 'ShardFailed'
  | 'CannotReach'
  | 'AlreadyThere'
  | 'Locked'
  | 'Interrupted'

/** One thing that is wrong, as data; `renderProblem` is the only place that makes it text. */
export interface Problem {
  readonly _tag: ProblemTag
  /** Where: `topics.decode.hard`, `options.count`, a cell or a law. */
  readonly path: string
  readonly expected: string
  readonly received: string
  readonly hint: string
  /** The law that does not hold, where it is one. */
  readonly law?: string
  /** The address of the draw, where the problem is about one. */
  readonly token?: string
  /** Set for `LawViolated`, and for `Threw` where what was drawn can be shrunk. */
  readonly counterexample?: Counterexample
}

/** A draw that breaks a law, and the simplest one found that breaks the same law. */
export interface Counterexample {
  readonly _tag: 'Counterexample'
  /** Where it was drawn: the name of a level and of a cell; for an arbitrary alone, both say `arbitrary`. */
  readonly level: string
  readonly cell: string
  readonly law: string
  /** Why the shrunk draw breaks the law. */
  readonly reason: string
  readonly original: Exhibit
  readonly shrunk: Exhibit
  /** How many times a simpler draw took the place of the last one. */
  readonly shrinks: number
  /** False where the budget ended before no simpler draw was left. */
  readonly minimal: boolean
  readonly seed: string
  /** The address of the original, with the steps that lead to the shrunk draw. */
  readonly token: string
  /** What the code of the level or of the law threw, where that is what breaks the law: it tells the place. */
  readonly thrown?: unknown
}

/** A draft as a row would print it; a value that is no draft has a text and no output. */
export interface Exhibit {
  readonly input: string
  readonly expected_output?: string
}

/** All problems that were found, at once. */
export interface Failure<Tag extends string> {
  readonly _tag: Tag
  readonly problems: readonly Problem[]
}

export type BuildError = Failure<'BuildError'>
export type CheckError = Failure<'CheckError'>
export type ReplayError = Failure<'ReplayError'>
export type Rejection = Failure<'Rejection'>
export type FileError = Failure<'FileError'>

export const buildError = (problems: readonly Problem[]): BuildError => ({ _tag: 'BuildError', problems })
export const checkError = (problems: readonly Problem[]): CheckError => ({ _tag: 'CheckError', problems })
export const replayError = (problems: readonly Problem[]): ReplayError => ({ _tag: 'ReplayError', problems })
export const rejection = (problems: readonly Problem[]): Rejection => ({ _tag: 'Rejection', problems })
export const fileError = (problems: readonly Problem[]): FileError => ({ _tag: 'FileError', problems })
