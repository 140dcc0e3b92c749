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
export type { CheckOptions, CheckReport, Coverage, CheckRunOptions } from './model/check'
export type { BuildOptions, Dataset, SplitSample } from './model/dataset'
export type { Answered, DerivedTrap, Draft, Refused, Trap, Witnesses } from './model/draft'
export type {
  AnswerFigures,
  DatasetFigures,
  DifficultyFigures,
  Estimate,
  FeatureFigure,
  FeatureKind,
  FrequentOutput,
  LeakFigures,
  DifficultyQuartiles,
  NearDuplicates,
  NearPair,
  Separation,
  MaskedCue,
  ShortcutFigures,
  TopicAnswers,
} from './model/figures'
export type { Format, ParseError } from './model/format'
export type { Grade, ModelOutput, GradeReport, Score } from './model/grade'
export type { Law, LawOutcome, LawResult } from './model/law'
export type { FileFacts, Manifest, SplitShares } from './model/manifest'
export type {
  TrapGenerators,
  TrapGenerator,
  Capacity,
  Edge,
  FromTwin,
  Grading,
  DeclaredCue,
  Impossible,
  LevelSpec,
  Mix,
  MaxShares,
  Surface,
  Topic,
} from './model/levelSpec'
export type { Mutation, MutationReport, Survivor } from './model/mutation'
export type { Oracle, Verdict } from './model/oracle'
export type {
  BuildError,
  CheckError,
  Counterexample,
  RenderedDraft,
  Failure,
  Problem,
  ProblemTag,
  Rejection,
  ReproduceError,
} from './model/problem'
export type { Counts, CapacityAdjustment, DatasetCheck, DatasetCheckName, Report } from './model/report'
export type { Reproduction } from './model/reproduction'
export type { Review } from './model/review'
export { type Sample, SampleCodec } from './model/sample'
export type { Seed } from './model/seed'
export type { VerifyResult } from './model/verifyResult'
export type { AdversarialType, ByDifficulty, Category, Difficulty, Split, VerificationMethod } from './model/vocabulary'
export { ADVERSARIAL_TYPES, CATEGORIES, DIFFICULTIES, REFUSALS, SPLITS } from './model/vocabulary'
export { type MutateOptions, mutateLabels } from './mutate/mutateLabels'
export { parseReviews } from './verify/parseReviews'
export { renderCheck } from './reporters/text/renderCheck'
export { renderMutation } from './reporters/text/renderMutation'
export { renderFileList } from './reporters/text/renderFileList'
export { renderGrade } from './reporters/text/renderGrade'
export { renderManifest } from './reporters/text/renderManifest'
export { renderError, renderProblem } from './reporters/text/renderProblem'
export { renderReport } from './reporters/text/renderReport'
export { renderReproduction } from './reporters/text/renderReproduction'
export { renderSample } from './reporters/text/renderSample'
export { renderVerifyResult } from './reporters/text/renderVerifyResult'
export { type FailureSearch, reproduce } from './replay/reproduce'
export { type SampleOptions, sampleDataset } from './build/sampleDataset'
export { streamDataset } from './build/streamDataset'
export { type TrapOracle, type RefusalLaws, refusalLaws } from './check/refusalLaws'
export { type VerifyOptions, verifySample } from './verify/verifySample'
