/** What can go wrong at the edges, by kind. */
export type ProblemTag =
  | 'InvalidSpec'
  | 'InvalidSeed'
  | 'InvalidOption'
  | 'ForeignFastCheck'
  | 'ToolMissing'
  | 'CannotPlan'
  | 'CannotFill'
  | 'LawViolated'
  | 'Threw'
  | 'CannotWrite'

/** One thing that is wrong, as data; `renderProblem` is the only place that makes it text. */
export interface Problem {
  readonly _tag: ProblemTag
  /** Where: `topics.decode.hard`, `options.count`, a cell or a law. */
  readonly path: string
  readonly expected: string
  readonly received: string
  readonly hint: string
  /** The address of the draw, where the problem is about one. */
  readonly token?: string
  /** Set for `LawViolated`. */
  readonly counterexample?: Counterexample
}

/** A draw that breaks a law, and the simplest one found that breaks the same law. */
export interface Counterexample {
  readonly law: string
  readonly reason: string
  readonly original: Exhibit
  readonly shrunk: Exhibit
  /** How many times a simpler draw took the place of the last one. */
  readonly shrinks: number
  /** False where the budget ended before no simpler draw was left. */
  readonly minimal: boolean
  readonly seed: string
  readonly token: string
}

/** A draft as a row would print it. */
export interface Exhibit {
  readonly input: string
  readonly expected_output: string
}

/** All problems that were found, at once. */
export interface BuildError {
  readonly _tag: 'BuildError'
  readonly problems: readonly Problem[]
}

export const buildError = (problems: readonly Problem[]): BuildError => ({ _tag: 'BuildError', problems })
