import { dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import type { About } from '../../reporters/card/about'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest, Shares } from '../../model/manifest'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { STAMP } from '../../stages/draw/stamp'
import { plan, type Plan } from '../../stages/plan/plan'
import { planDigest } from '../../stages/plan/planDigest'
import { SPLIT_SHARES } from '../../stages/plan/splitQuotas'
import { knownProblems } from '../../validate/knownProblems'
import { type OptionRule, seedRule, validateOptions } from '../../validate/optionRules'
import { changedSince } from '../manifest/fileChanged'
import { halfNamed } from '../transaction/incompleteCommit'
import type { Disk } from '../disk/disk'
import { factsOfFile } from '../manifest/fileFacts'
import { aboutRule, forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { below, placeOf, SPLIT_FILES, VERIFIED, VERIFIED_MANIFEST } from '../layout'
import { cannotRead, unreadable } from '../disk/cannotRead'
import { manifestProblem, readManifest, SOFTWARE } from '../manifest/manifestFile'
import type { Identity } from '../manifest/overwriteCheck'
import { CHECKPOINT_EVERY, type RunOptions } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'

export interface SplitFilesOptions extends RunOptions {
  /** The folder that `verifyFiles` has written to; the splits are written there too. */
  readonly input: string
  /** What part of the rows that are not held out goes to each split: 0.8, 0.1 and 0.1 unless told. */
  readonly shares?: Shares
  /** Orders rows that no plan has placed; 42 unless told. */
  readonly seed?: Seed
  /** What the publisher says about the dataset, for its card; what was said before stays where nothing is said. */
  readonly about?: About
  /** Whether the splits of another dataset are replaced; they are kept unless told. */
  readonly force?: boolean
}

/** A request to split proven rows, found good. */
export interface SplitJob<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly seed: Seed
  readonly shares: Shares
  readonly about: About | undefined
  readonly force: boolean
  readonly verified: Manifest
  readonly plan: Plan
  /** Whether the plan has placed the rows: they are its own, the level still has it, and its shares are wanted. */
  readonly isPlanned: boolean
  readonly identity: Identity
  readonly root: string
  readonly folder: string
  readonly paths: readonly string[]
  readonly transaction: TransactionOptions
}

const SHARES_EXPECTED = 'train, val and test, each from 0 to 1, which add up to 1'

const RULES: Readonly<Record<keyof SplitFilesOptions, OptionRule>> = {
  input: pathRule('the folder that verify has written to', 'name it, such as datasets/validated/level0'),
  shares: { expected: SHARES_EXPECTED, hint: 'leave them out for 0.8, 0.1 and 0.1', accepts: areShares },
  seed: seedRule,
  about: aboutRule,
  force: forceRule,
  ...RUN_RULES,
}

/** Sums of decimal fractions are off by what binary ones cannot hold. */
const ALMOST = 1e-9

function areShares(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'test,train,val') return false
  const shares: readonly unknown[] = Object.values(value)
  const within = shares.every(share => typeof share === 'number' && share >= 0 && share <= 1)
  return within && Math.abs((shares as readonly number[]).reduce((sum, share) => sum + share, 0) - 1) < ALMOST
}

/** What is to be split, or all that is wrong with the request. */
export function splitJob<Q, A>(spec: LevelSpec<Q, A>, options: SplitFilesOptions, disk: Disk): E.Either<FileError, SplitJob<Q, A>> {
  const problems = [...knownProblems(spec), ...validateOptions(options, RULES)]
  if (problems.length > 0) return E.left(fileError(problems))
  const found = verifiedIn(spec, options.input)
  if (E.isLeft(found)) return E.left(fileError([found.left]))
  const verified = found.right
  const rows = verified.files[VERIFIED]?.rows ?? 0
  const planned = plan(spec, verified.count ?? rows)
  if (E.isLeft(planned)) return E.left(fileError(planned.left.problems))
  const { root, folder } = placeOf(options.input)
  const { train, val, test } = options.shares ?? SPLIT_SHARES
  const shares = { train, val, test }
  const isPlanned = verified.seed !== null && isDefault(shares) && verified.plan === planDigest(planned.right)
  const seed = options.seed ?? DEFAULT_SEED
  const identity = identityOf(verified, shares, isPlanned ? undefined : spellSeed(seed))
  const paths = SPLIT_FILES.map(name => below(folder, name))
  const asked = ['split', identity, folder, verified.files, SOFTWARE]
  const transaction = { disk, root, request: JSON.stringify(asked), paths, checkpointEvery: options.checkpointEvery ?? CHECKPOINT_EVERY }
  const force = options.force === true
  const { about } = options
  return E.right({ spec, seed, shares, about, force, verified, plan: planned.right, isPlanned, identity, root, folder, paths, transaction })
}

/** A plan places its rows whatever the seed; others are told apart by the seed that deals them. */
const identityOf = (
  { level, version, stamp, seed, count, plan: made, sources }: Manifest,
  shares: Shares,
  dealtBy: string | undefined,
): Identity => ({
  level,
  version,
  stamp,
  seed,
  count,
  ...(made !== undefined && { plan: made }),
  ...(sources !== undefined && { sources }),
  shares,
  ...(dealtBy !== undefined && { dealtBy }),
})

const DEFAULT_SEED = 42

const isDefault = ({ train, val, test }: Shares): boolean =>
  train === SPLIT_SHARES.train && val === SPLIT_SHARES.val && test === SPLIT_SHARES.test

/** How the proven rows of a folder came about, if they are there, unchanged, and of this very level. */
function verifiedIn(spec: { readonly name: string; readonly version: string }, input: string): E.Either<Problem, Manifest> {
  const path = join(input, VERIFIED)
  const damaged = halfNamed(input, [VERIFIED, VERIFIED_MANIFEST]) ?? manifestProblem(input, VERIFIED_MANIFEST)
  if (damaged !== undefined) return E.left(damaged)
  const manifest = readManifest(input, VERIFIED_MANIFEST)
  if (manifest === undefined)
    return E.left(
      unreadable(path, 'proven rows', 'none that verify has written', `prove the rows first (verify), with ${input} as its output`),
    )
  try {
    const { sha256 } = factsOfFile(path)
    const made = manifest.files[VERIFIED]?.sha256 ?? ''
    if (made !== sha256) return E.left(changedSince(path, made, sha256, VERIFIED_MANIFEST))
  } catch (thrown) {
    return E.left(cannotRead(path, thrown))
  }
  const [wanted, found] = [`${spec.name} ${spec.version}, ${STAMP}`, `${manifest.level} ${manifest.version}, ${manifest.stamp}`]
  if (wanted !== found)
    return E.left(unreadable(path, `rows of ${wanted}`, `rows of ${found}`, 'prove them again (verify) with this level'))
  if ((manifest.files[VERIFIED]?.rows ?? 0) > 0) return E.right(manifest)
  return E.left(unreadable(path, 'at least one proven row', 'none', `see ${join(dirname(path), '.rejected.jsonl')} for why`))
}
