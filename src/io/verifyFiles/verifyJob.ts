import { dirname } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest } from '../../model/manifest'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Review } from '../../model/review'
import { isReview } from '../../verify/reviewProblems'
import { STAMP } from '../../stages/draw/stamp'
import { cachedSpecProblems } from '../../validate/cachedSpecProblems'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import { findRowFiles, type FoundFiles, type RowFile } from '../read/rowFiles'
import type { Disk } from '../disk/disk'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { pathIn, MANIFEST, locateData, REJECTED, VERIFIED } from '../layout'
import { readManifest, SOFTWARE } from '../manifest/manifestFile'
import type { DatasetIdentity } from '../manifest/checkOverwrite'
import { DEFAULT_CHECKPOINT_EVERY, type FileRunOptions } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'

/** Rows to verify, the reviews of rows verified by people, and where to write the result. */
export interface VerifyFilesOptions extends FileRunOptions {
  /** File of rows, or folder of `*.jsonl` files. */
  readonly input: string
  /** Folder for the proven and the rejected rows; `splitFiles` reads it. */
  readonly output: string
  /** People's reviews of rows, as `parseReviews` returns them. */
  readonly reviews?: readonly Review[]
  /** True to replace the proven rows of another dataset. @defaultValue false */
  readonly force?: boolean
}

/** Validated request to prove the rows of some files. */
export interface VerifyJob<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly sources: readonly RowFile[]
  readonly reviews: readonly Review[]
  readonly force: boolean
  /** Manifest of the rows if they are one unchanged generated dataset of this level. */
  readonly origin: Manifest | undefined
  readonly identity: DatasetIdentity
  /** Notes of files that differ from the manifest beside them. */
  readonly changed: readonly Problem[]
  readonly root: string
  readonly folder: string
  readonly transaction: TransactionOptions
}

const RULES: Readonly<Record<keyof VerifyFilesOptions, OptionRule>> = {
  input: pathRule('a file of rows, or a folder of them', 'name the rows to prove'),
  output: pathRule('a folder', 'name the folder for the proven rows'),
  reviews: {
    expected: 'an array of reviews',
    hint: 'pass the result of parseReviews',
    accepts: value => Array.isArray(value) && value.every(isReview),
  },
  force: forceRule,
  ...RUN_RULES,
}

/** Validates a request to prove rows; returns the job, or all problems of the request. */
export function verifyJob<Q, A>(spec: LevelSpec<Q, A>, options: VerifyFilesOptions, disk: Disk): E.Either<FileError, VerifyJob<Q, A>> {
  const problems = [...cachedSpecProblems(spec), ...validateOptions(options, RULES)]
  if (problems.length > 0) return E.left(fileError(problems))
  const found = findRowFiles(options.input)
  if (E.isLeft(found)) return found
  const { files: sources, changed } = found.right
  const origin = originOf(spec, found.right)
  const { root, folder } = locateData(options.output)
  const reviews = options.reviews ?? []
  const identity = {
    level: spec.name,
    version: spec.version,
    stamp: STAMP,
    seed: origin?.seed ?? null,
    count: origin?.count ?? null,
    ...(origin?.plan !== undefined && { plan: origin.plan }),
    ...(origin === undefined && { sources: sources.map(({ sha256 }) => sha256) }),
  }
  const requestParts = ['verify', identity, folder, sources.map(({ sha256 }) => sha256), reviews, SOFTWARE]
  const transaction = {
    disk,
    root,
    request: JSON.stringify(requestParts),
    paths: [VERIFIED, REJECTED].map(name => pathIn(folder, name)),
    checkpointEvery: options.checkpointEvery ?? DEFAULT_CHECKPOINT_EVERY,
  }
  const force = options.force === true
  return E.right({ spec, sources, reviews, force, origin, identity, changed, root, folder, transaction })
}

/** Returns the manifest of a single generated file that is unchanged and was made by this level and version. */
function originOf(spec: { readonly name: string; readonly version: string }, { files, changed }: FoundFiles): Manifest | undefined {
  const [file] = files
  if (file === undefined || files.length > 1 || changed.length > 0) return undefined
  const manifest = readManifest(dirname(file.path), MANIFEST)
  const isSameLevel = manifest?.level === spec.name && manifest.version === spec.version && manifest.stamp === STAMP
  return isSameLevel && manifest.step === 'generate' ? manifest : undefined
}
