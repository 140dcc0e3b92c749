export * as fc from 'fast-check'
export { assertArbitrary } from './assertArbitrary'
export { assertLevel } from './assertLevel'
export { buildDataset } from './buildDataset'
export { CheckFailed } from './checkFailed'
export { type ArbitraryOptions, checkArbitrary } from './checkArbitrary'
export { checkLevel } from './checkLevel'
export { defineLevel } from './defineLevel'
export { fingerprintOf } from './rows/fingerprintOf'
export { grade } from './grade'
export { gradeDataset } from './gradeDataset'
export type { Cell } from './model/cell'
export type { CheckOptions, CheckReport, Coverage, RunOptions } from './model/check'
export type { BuildOptions, Dataset, Placed } from './model/dataset'
export type { Answered, Derived, Draft, Refused, Trap, Witnesses } from './model/draft'
export type { Format, ParseError } from './model/format'
export type { Grade, Graded, GradeReport, Score } from './model/grade'
export type { Law, Outcome, Saying } from './model/law'
export type { Adversaries, Adversary, Capacity, Edge, FromTwin, Grading, Impossible, LevelSpec, Mix, Topic } from './model/levelSpec'
export type { Mutation, MutationReport, Survivor } from './model/mutation'
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
export type { Review } from './model/review'
export { type Sample, SampleCodec } from './model/sample'
export type { Seed } from './model/seed'
export type { AdversarialType, ByDifficulty, Category, Difficulty, Split, VerificationMethod } from './model/vocabulary'
export { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, REFUSALS, SPLITS } from './model/vocabulary'
export { type MutateOptions, mutateLabels } from './mutateLabels'
export { parseReviews } from './parseReviews'
export { renderCheck } from './renderCheck'
export { renderMutation } from './renderMutation'
export { renderError, renderProblem } from './renderProblem'
export { renderReport } from './renderReport'
export { renderReproduction } from './renderReproduction'
export { type FirstFailure, reproduce } from './reproduce'
export { streamDataset } from './streamDataset'
export { type TrapJudge, type TrapLaws, trapLaws } from './trapLaws'
export { type VerifyOptions, verifySample } from './verifySample'
