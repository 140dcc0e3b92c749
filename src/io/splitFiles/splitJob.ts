import { dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import type { CardMetadata } from '../../reporters/card/cardMetadata'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest, SplitShares } from '../../model/manifest'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { STAMP } from '../../stages/draw/stamp'
import { plan, type Plan } from '../../stages/plan/plan'
import { planDigest } from '../../stages/plan/planDigest'
import { SPLIT_SHARES } from '../../stages/plan/splitQuotas'
import { cachedSpecProblems } from '../../validate/cachedSpecProblems'
import { type OptionRule, seedRule, validateOptions } from '../../validate/optionRules'
import { fileChanged } from '../manifest/fileChanged'
import { incompleteCommit } from '../transaction/incompleteCommit'
import type { Disk } from '../disk/disk'
import { factsOfFile } from '../manifest/fileFacts'
import { cardMetadataRule, forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { pathIn, locateData, SPLIT_FILES, VERIFIED, VERIFIED_MANIFEST } from '../layout'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { manifestProblem, readManifest, SOFTWARE } from '../manifest/manifestFile'
import type { DatasetIdentity } from '../manifest/checkOverwrite'
import { DEFAULT_CHECKPOINT_EVERY, type FileRunOptions } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'

/** Verified rows to split, the shares, and the seed that assigns rows without a plan. */
export interface SplitFilesOptions extends FileRunOptions {
  /** Folder that `verifyFiles` has written to; the splits are written there too. */
  readonly input: string
  /** Shares of the splits among the rows that are not held out. @defaultValue 0.8, 0.1 and 0.1 */
  readonly shares?: SplitShares
  /** Seed by which rows without a plan are assigned to splits. @defaultValue 42 */
  readonly seed?: Seed
  /** Publisher's metadata for the dataset card. @defaultValue the metadata of the previous run, if any */
  readonly cardMetadata?: CardMetadata
  /** True to replace the splits of another dataset. @defaultValue false */
  readonly force?: boolean
}

/** Validated request to split proven rows. */
export interface SplitJob<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly seed: Seed
  readonly shares: SplitShares
  readonly cardMetadata: CardMetadata | undefined
  readonly force: boolean
  readonly verified: Manifest
  readonly plan: Plan
  /** True if the plan determines the splits: the rows were drawn from it, the level still has this plan, and the shares are the default. */
  readonly isPlanned: boolean
  readonly identity: DatasetIdentity
  readonly root: string
  readonly folder: string
  readonly paths: readonly string[]
  readonly transaction: TransactionOptions
}

const SHARES_EXPECTED = 'train, val and test, each from 0 to 1, which add up to 1'

const RULES: Readonly<Record<keyof SplitFilesOptions, OptionRule>> = {
  input: pathRule('the folder that verify has written to', 'name it, such as datasets/validated/level0'),
  shares: { expected: SHARES_EXPECTED, hint: 'default: 0.8, 0.1 and 0.1', accepts: areShares },
  seed: seedRule,
  cardMetadata: cardMetadataRule,
  force: forceRule,
  ...RUN_RULES,
}

/** Tolerance for a sum of shares: binary numbers cannot represent most decimal fractions exactly. */
const SUM_TOLERANCE = 1e-9

function areShares(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'test,train,val') return false
  const shares: readonly unknown[] = Object.values(value)
  const within = shares.every(share => typeof share === 'number' && share >= 0 && share <= 1)
  return within && Math.abs((shares as readonly number[]).reduce((sum, share) => sum + share, 0) - 1) < SUM_TOLERANCE
}

/** Validates a request to split rows; returns the job, or all problems of the request. */
export function splitJob<Q, A>(spec: LevelSpec<Q, A>, options: SplitFilesOptions, disk: Disk): E.Either<FileError, SplitJob<Q, A>> {
  const problems = [...cachedSpecProblems(spec), ...validateOptions(options, RULES)]
  if (problems.length > 0) return E.left(fileError(problems))
  const found = readVerifiedManifest(spec, options.input)
  if (E.isLeft(found)) return E.left(fileError([found.left]))
  const verified = found.right
  const rows = verified.files[VERIFIED]?.rows ?? 0
  const planned = plan(spec, verified.count ?? rows)
  if (E.isLeft(planned)) return E.left(fileError(planned.left.problems))
  const { root, folder } = locateData(options.input)
  const { train, val, test } = options.shares ?? SPLIT_SHARES
  const shares = { train, val, test }
  const isPlanned = verified.seed !== null && isDefault(shares) && verified.plan === planDigest(planned.right)
  const seed = options.seed ?? DEFAULT_SEED
  const identity = identityOf(verified, shares, isPlanned ? undefined : spellSeed(seed))
  const paths = SPLIT_FILES.map(name => pathIn(folder, name))
  const requestParts = ['split', identity, folder, verified.files, SOFTWARE]
  const transaction = {
    disk,
    root,
    request: JSON.stringify(requestParts),
    paths,
    checkpointEvery: options.checkpointEvery ?? DEFAULT_CHECKPOINT_EVERY,
  }
  const force = options.force === true
  const { cardMetadata } = options
  return E.right({
    spec,
    seed,
    shares,
    cardMetadata,
    force,
    verified,
    plan: planned.right,
    isPlanned,
    identity,
    root,
    folder,
    paths,
    transaction,
  })
}

/** Returns the identity of the splits. It includes the seed of the assignment only for rows without a plan. */
const identityOf = (
  { level, version, stamp, seed, count, plan: digest, sources }: Manifest,
  shares: SplitShares,
  splitSeed: string | undefined,
): DatasetIdentity => ({
  level,
  version,
  stamp,
  seed,
  count,
  ...(digest !== undefined && { plan: digest }),
  ...(sources !== undefined && { sources }),
  shares,
  ...(splitSeed !== undefined && { splitSeed }),
})

const DEFAULT_SEED = 42

const isDefault = ({ train, val, test }: SplitShares): boolean =>
  train === SPLIT_SHARES.train && val === SPLIT_SHARES.val && test === SPLIT_SHARES.test

/** Returns the manifest of the proven rows in a folder, if they exist, are unchanged and belong to this level and version. */
function readVerifiedManifest(spec: { readonly name: string; readonly version: string }, input: string): E.Either<Problem, Manifest> {
  const path = join(input, VERIFIED)
  const damaged = incompleteCommit(input, [VERIFIED, VERIFIED_MANIFEST]) ?? manifestProblem(input, VERIFIED_MANIFEST)
  if (damaged !== undefined) return E.left(damaged)
  const manifest = readManifest(input, VERIFIED_MANIFEST)
  if (manifest === undefined)
    return E.left(
      unreadable(path, 'proven rows', 'no rows that verify has written', `prove the rows first (verify), with ${input} as its output`),
    )
  try {
    const { sha256 } = factsOfFile(path)
    const recorded = manifest.files[VERIFIED]?.sha256 ?? ''
    if (recorded !== sha256) return E.left(fileChanged(path, recorded, sha256, VERIFIED_MANIFEST))
  } catch (thrown) {
    return E.left(cannotRead(path, thrown))
  }
  const [wanted, found] = [`${spec.name} ${spec.version}, ${STAMP}`, `${manifest.level} ${manifest.version}, ${manifest.stamp}`]
  if (wanted !== found)
    return E.left(unreadable(path, `rows of ${wanted}`, `rows of ${found}`, 'prove them again (verify) with this level'))
  if ((manifest.files[VERIFIED]?.rows ?? 0) > 0) return E.right(manifest)
  return E.left(unreadable(path, 'at least one proven row', 'none', `see ${join(dirname(path), '.rejected.jsonl')} for why`))
}
