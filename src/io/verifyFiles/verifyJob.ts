import { dirname } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest } from '../../model/manifest'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Review } from '../../model/review'
import { isReview } from '../../verify/reviewProblems'
import { STAMP } from '../../stages/draw/stamp'
import { knownProblems } from '../../validate/knownProblems'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import { findRowFiles, type FoundFiles, type RowFile } from '../read/rowFiles'
import type { Disk } from '../disk/disk'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { below, MANIFEST, placeOf, REJECTED, VERIFIED } from '../layout'
import { readManifest, SOFTWARE } from '../manifest/manifestFile'
import type { Identity } from '../manifest/overwriteCheck'
import { CHECKPOINT_EVERY, type RunOptions } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'

export interface VerifyFilesOptions extends RunOptions {
  /** A file of rows, or a folder of `*.jsonl` files. */
  readonly input: string
  /** The folder for what holds; `splitFiles` reads it. */
  readonly output: string
  /** What people vouch for, from `parseReviews`. */
  readonly reviews?: readonly Review[]
  /** Whether the proven rows of another dataset are replaced; they are kept unless told. */
  readonly force?: boolean
}

/** A request to prove the rows of some files, found good. */
export interface VerifyJob<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly sources: readonly RowFile[]
  readonly reviews: readonly Review[]
  readonly force: boolean
  /** What the rows were drawn as, where they are all of one dataset of this level, unchanged. */
  readonly origin: Manifest | undefined
  readonly identity: Identity
  /** Files that a manifest beside them tells otherwise. */
  readonly changed: readonly Problem[]
  readonly root: string
  readonly folder: string
  readonly transaction: TransactionOptions
}

const RULES: Readonly<Record<keyof VerifyFilesOptions, OptionRule>> = {
  input: pathRule('a file of rows, or a folder of them', 'name what is to be proven'),
  output: pathRule('a folder', 'name the folder for what holds'),
  reviews: {
    expected: 'an array of reviews',
    hint: 'give what parseReviews gives',
    accepts: value => Array.isArray(value) && value.every(isReview),
  },
  force: forceRule,
  ...RUN_RULES,
}

/** What is to be proven, or all that is wrong with the request. */
export function verifyJob<Q, A>(spec: LevelSpec<Q, A>, options: VerifyFilesOptions, disk: Disk): E.Either<FileError, VerifyJob<Q, A>> {
  const problems = [...knownProblems(spec), ...validateOptions(options, RULES)]
  if (problems.length > 0) return E.left(fileError(problems))
  const found = findRowFiles(options.input)
  if (E.isLeft(found)) return found
  const { files: sources, changed } = found.right
  const origin = originOf(spec, found.right)
  const { root, folder } = placeOf(options.output)
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
  const asked = ['verify', identity, folder, sources.map(({ sha256 }) => sha256), reviews, SOFTWARE]
  const transaction = {
    disk,
    root,
    request: JSON.stringify(asked),
    paths: [VERIFIED, REJECTED].map(name => below(folder, name)),
    checkpointEvery: options.checkpointEvery ?? CHECKPOINT_EVERY,
  }
  const force = options.force === true
  return E.right({ spec, sources, reviews, force, origin, identity, changed, root, folder, transaction })
}

/** The manifest of a single file that is as it was made, by this very level. */
function originOf(spec: { readonly name: string; readonly version: string }, { files, changed }: FoundFiles): Manifest | undefined {
  const [file] = files
  if (file === undefined || files.length > 1 || changed.length > 0) return undefined
  const made = readManifest(dirname(file.path), MANIFEST)
  const isOurs = made?.level === spec.name && made.version === spec.version && made.stamp === STAMP
  return isOurs && made.step === 'generate' ? made : undefined
}
