import { either as E } from 'fp-ts'
import type { About } from '../../reporters/card/about'
import type { BuildOptions } from '../../model/dataset'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { prepare, type Prepared } from '../../build/pipeline'
import { STAMP } from '../../stages/draw/stamp'
import { planDigest } from '../../stages/plan/planDigest'
import { SPLIT_SHARES } from '../../stages/plan/splitQuotas'
import { validateOptions } from '../../validate/optionRules'
import type { Disk } from '../disk/disk'
import { aboutRule, forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { below, rawFolder, SAMPLES, SPLIT_FILES, validatedFolder } from '../layout'
import { SOFTWARE } from '../manifest/manifestFile'
import type { Identity } from '../manifest/overwriteCheck'
import { CHECKPOINT_EVERY, type Progress, type RunOptions } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'

export interface DrawOptions extends BuildOptions, RunOptions {
  /** The dataset folder; `datasets` unless told. */
  readonly out?: string
  /** Whether a dataset of another seed, count or version is replaced; it is kept unless told. */
  readonly force?: boolean
}

export interface BuildFilesOptions extends DrawOptions {
  /** What the publisher says about the dataset, for its card; what was said before stays where nothing is said. */
  readonly about?: About
}

/** A request to draw a dataset into files, found good. */
export interface DrawJob<Q, A> {
  readonly prepared: Prepared<Q, A>
  /** Whether the proven rows are written by split, beside the samples as generated. */
  readonly withSplits: boolean
  /** What the progress is told as. */
  readonly step: Progress['step']
  readonly force: boolean
  readonly about: About | undefined
  readonly root: string
  /** What the dataset is told apart by. */
  readonly identity: Identity
  /** The samples as generated; paths are below the root. */
  readonly samples: string
  /** The folder of the splits, and its files: none where they are not wanted. */
  readonly validated: string
  readonly splits: readonly string[]
  readonly transaction: TransactionOptions
}

/** What is to be drawn and where, or all that is wrong with the request. */
export function drawJob<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: BuildFilesOptions | undefined,
  withSplits: boolean,
  disk: Disk,
): E.Either<FileError, DrawJob<Q, A>> {
  const { count, attempts, out, force, about, ...run } = options ?? {}
  const problems = validateOptions(
    { out, force, ...(about !== undefined && { about }), ...run },
    { out: pathRule('a folder', 'leave it out for datasets'), force: forceRule, ...(withSplits && { about: aboutRule }), ...RUN_RULES },
  )
  const prepared = prepare(spec, seed, { ...(count !== undefined && { count }), ...(attempts !== undefined && { attempts }) })
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
  const samples = below(rawFolder(spec.name), SAMPLES)
  const validated = validatedFolder(spec.name)
  const splits = withSplits ? SPLIT_FILES.map(name => below(validated, name)) : []
  const transaction = {
    disk,
    root,
    request: JSON.stringify([withSplits ? 'build' : 'generate', identity, prepared.right.attempts, SOFTWARE]),
    paths: [samples, ...splits],
    checkpointEvery: run.checkpointEvery ?? CHECKPOINT_EVERY,
  }
  return E.right({
    prepared: prepared.right,
    withSplits,
    step: 'generate',
    force: force === true,
    about,
    root,
    identity,
    samples,
    validated,
    splits,
    transaction,
  })
}
