import { either as E } from 'fp-ts'
import type { CardMetadata } from '../../reporters/card/cardMetadata'
import type { BuildOptions } from '../../model/dataset'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { prepare, type PreparedBuild } from '../../build/pipeline'
import { STAMP } from '../../stages/draw/stamp'
import { planDigest } from '../../stages/plan/planDigest'
import { SPLIT_SHARES } from '../../stages/plan/splitQuotas'
import { validateOptions } from '../../validate/optionRules'
import type { Disk } from '../disk/disk'
import { cardMetadataRule, forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { pathIn, rawFolder, SAMPLES, SPLIT_FILES, validatedFolder } from '../layout'
import { SOFTWARE } from '../manifest/manifestFile'
import type { DatasetIdentity } from '../manifest/checkOverwrite'
import { DEFAULT_CHECKPOINT_EVERY, type Progress, type FileRunOptions } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'

/** Options of a call that draws a dataset into raw files. */
export interface GenerateFilesOptions extends BuildOptions, FileRunOptions {
  /** Dataset folder. @defaultValue 'datasets' */
  readonly out?: string
  /** True to replace a dataset of another seed, count or version. @defaultValue false */
  readonly force?: boolean
}

/** Options of a call that draws, proves and splits a dataset, and writes its card. */
export interface BuildFilesOptions extends GenerateFilesOptions {
  /** Publisher's metadata for the dataset card. @defaultValue the metadata of the previous run, if any */
  readonly cardMetadata?: CardMetadata
}

/** Validated request to draw a dataset into files. */
export interface DrawJob<Q, A> {
  readonly prepared: PreparedBuild<Q, A>
  /** True if the proven rows are also written by split, beside the generated rows. */
  readonly withSplits: boolean
  /** Step name in progress reports. */
  readonly step: Progress['step']
  readonly force: boolean
  readonly cardMetadata: CardMetadata | undefined
  readonly root: string
  /** Identity of the dataset, by which an existing one is compared. */
  readonly identity: DatasetIdentity
  /** Path of the generated rows, relative to the root like the other paths. */
  readonly samples: string
  /** Folder of the splits. */
  readonly validated: string
  /** Files of the splits; empty if they are not requested. */
  readonly splits: readonly string[]
  readonly transaction: TransactionOptions
}

/** Validates a request to draw a dataset; returns the job, or all problems of the request. */
export function drawJob<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: BuildFilesOptions | undefined,
  withSplits: boolean,
  disk: Disk,
): E.Either<FileError, DrawJob<Q, A>> {
  const { count, maxAttempts, out, force, cardMetadata, ...run } = options ?? {}
  const problems = validateOptions(
    { out, force, ...(cardMetadata !== undefined && { cardMetadata }), ...run },
    {
      out: pathRule('a folder', 'default: datasets'),
      force: forceRule,
      ...(withSplits && { cardMetadata: cardMetadataRule }),
      ...RUN_RULES,
    },
  )
  const prepared = prepare(spec, seed, { ...(count !== undefined && { count }), ...(maxAttempts !== undefined && { maxAttempts }) })
  if (E.isLeft(prepared) || problems.length > 0) {
    return E.left(fileError([...(E.isLeft(prepared) ? prepared.left.problems : []), ...problems]))
  }
  const root = out ?? 'datasets'
  const identity = {
    level: spec.name,
    version: spec.version,
    stamp: STAMP,
    seed: spellSeed(seed),
    count: prepared.right.plan.count,
    plan: planDigest(prepared.right.plan),
    ...(withSplits && { shares: SPLIT_SHARES }),
  }
  const samples = pathIn(rawFolder(spec.name), SAMPLES)
  const validated = validatedFolder(spec.name)
  const splits = withSplits ? SPLIT_FILES.map(name => pathIn(validated, name)) : []
  const transaction = {
    disk,
    root,
    request: JSON.stringify([withSplits ? 'build' : 'generate', identity, prepared.right.maxAttempts, SOFTWARE]),
    paths: [samples, ...splits],
    checkpointEvery: run.checkpointEvery ?? DEFAULT_CHECKPOINT_EVERY,
  }
  return E.right({
    prepared: prepared.right,
    withSplits,
    step: 'generate',
    force: force === true,
    cardMetadata,
    root,
    identity,
    samples,
    validated,
    splits,
    transaction,
  })
}
