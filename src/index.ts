export * as fc from 'fast-check'
export { assertArbitrary } from './check/assertArbitrary'
export { assertLevel } from './check/assertLevel'
export { buildDataset } from './build/buildDataset'
export { CheckFailed } from './check/checkFailed'
export { type ArbitraryOptions, checkArbitrary } from './check/checkArbitrary'
export { checkLevel } from './check/checkLevel'
export { checkShortcuts, type ShortcutOptions } from './check/checkShortcuts'
export { defineLevel } from './model/defineLevel'
export { EXPORT_FORMATS, type ExportFormat, type ExportRows } from './export/exportFormats'
export { exportRow } from './export/exportRow'
export { fingerprintOf } from './verify/fingerprintOf'
export { grade } from './grade/grade'
export { gradeDataset } from './grade/gradeDataset'
export type { Cell } from './model/cell'
export type { CheckOptions, CheckReport, Coverage, RunOptions } from './model/check'
export type { BuildOptions, Dataset, Placed } from './model/dataset'
export type { Answered, Derived, Draft, Refused, Trap, Witnesses } from './model/draft'
export type {
  AnswerFigures,
  DatasetFigures,
  DifficultyFigures,
  Estimate,
  FeatureFigure,
  FeatureKind,
  Guess,
  LeakFigures,
  Measured,
  NearDuplicates,
  NearPair,
  Separation,
  SetApart,
  ShortcutFigures,
  TopicAnswers,
} from './model/figures'
export type { Format, ParseError } from './model/format'
export type { Grade, Graded, GradeReport, Score } from './model/grade'
export type { Law, Outcome, Saying } from './model/law'
export type { FileFacts, Manifest, Shares } from './model/manifest'
export type {
  Adversaries,
  Adversary,
  Capacity,
  Edge,
  FromTwin,
  Grading,
  Honest,
  Impossible,
  LevelSpec,
  Mix,
  Spread,
  Surface,
  Topic,
} from './model/levelSpec'
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
export type { Verified } from './model/verified'
export type { AdversarialType, ByDifficulty, Category, Difficulty, Split, VerificationMethod } from './model/vocabulary'
export { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, REFUSALS, SPLITS } from './model/vocabulary'
export { type MutateOptions, mutateLabels } from './mutate/mutateLabels'
export { parseReviews } from './verify/parseReviews'
export { renderCheck } from './reporters/text/renderCheck'
export { renderMutation } from './reporters/text/renderMutation'
export { renderFiles } from './reporters/text/renderFiles'
export { renderGrade } from './reporters/text/renderGrade'
export { renderManifest } from './reporters/text/renderManifest'
export { renderError, renderProblem } from './reporters/text/renderProblem'
export { renderReport } from './reporters/text/renderReport'
export { renderReproduction } from './reporters/text/renderReproduction'
export { renderSample } from './reporters/text/renderSample'
export { renderVerified } from './reporters/text/renderVerified'
export { type FirstFailure, reproduce } from './replay/reproduce'
export { type SampleOptions, sampleDataset } from './build/sampleDataset'
export { streamDataset } from './build/streamDataset'
export { type TrapJudge, type TrapLaws, trapLaws } from './check/trapLaws'
export { type VerifyOptions, verifySample } from './verify/verifySample'
