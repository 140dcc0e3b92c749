export * as fc from 'fast-check'
export { assertArbitrary } from './assertArbitrary'
export { assertLevel } from './assertLevel'
export { buildDataset } from './buildDataset'
export { type ArbitraryOptions, checkArbitrary } from './checkArbitrary'
export { checkLevel } from './checkLevel'
export { defineLevel } from './defineLevel'
export type { Cell } from './model/cell'
export type { CheckOptions, CheckReport, Coverage, RunOptions } from './model/check'
export type { BuildOptions, Dataset, Placed } from './model/dataset'
export type { Answered, Derived, Draft, Refused, Trap, Witnesses } from './model/draft'
export type { Format, ParseError } from './model/format'
export type { Law, Outcome, Saying } from './model/law'
export type { Adversaries, Adversary, Capacity, Edge, FromTwin, Impossible, LevelSpec, Mix, Topic } from './model/levelSpec'
export type { Oracle, Verdict } from './model/oracle'
export type {
  BuildError,
  CheckError,
  Counterexample,
  Exhibit,
  Failure,
  Problem,
  ProblemTag,
  Rejection,
  ReplayError,
} from './model/problem'
export type { Counts, Moved, QualityCheck, QualityCheckName, Report } from './model/report'
export type { Reproduction } from './model/reproduction'
export { type Sample, SampleCodec } from './model/sample'
export type { Seed } from './model/seed'
export type { AdversarialType, ByDifficulty, Category, Difficulty, Split, VerificationMethod } from './model/vocabulary'
export { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, REFUSALS, SPLITS } from './model/vocabulary'
export { renderCheck } from './renderCheck'
export { renderError, renderProblem } from './renderProblem'
export { renderReport } from './renderReport'
export { renderReproduction } from './renderReproduction'
export { type FirstFailure, reproduce } from './reproduce'
export { streamDataset } from './streamDataset'
