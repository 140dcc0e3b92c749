import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { prepare, type PreparedBuild } from '../../build/pipeline'
import { planDigest } from '../../stages/plan/planDigest'
import { describe } from '../../utils/strings/describe'
import { validateOptions } from '../../validate/optionRules'
import type { Disk } from '../disk/disk'
import type { GenerateFilesOptions } from '../buildFiles/drawJob'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { shardsFolder, UNITS } from '../layout'
import { levelFacts } from '../manifest/manifestFile'
import { DEFAULT_CHECKPOINT_EVERY } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'
import { type UnitRange, unitRange, type Shard, shardFolder } from './shard'
import type { ShardManifest } from './shardManifest'

/** Options of `generateShard`. */
export interface ShardOptions extends GenerateFilesOptions {
  /** Shard to draw, such as `{ number: 2, of: 8 }`; the first has the number 1. */
  readonly shard: Shard
}

/** Validated request to draw a shard. */
export interface ShardJob<Q, A> {
  readonly prepared: PreparedBuild<Q, A>
  readonly range: UnitRange
  readonly force: boolean
  /** Folder of the shard. */
  readonly folder: string
  /** Manifest of the shard, without the facts of its file. */
  readonly manifestFacts: Omit<ShardManifest, 'files'>
  readonly transaction: TransactionOptions
}

/** Validates a request to draw a shard; returns the job, or all problems of the request. */
export function shardJob<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: ShardOptions, disk: Disk): E.Either<FileError, ShardJob<Q, A>> {
  const { count, maxAttempts, out, force, shard, ...run } = options ?? {}
  const problems = validateOptions(
    { out, force, ...run },
    { out: pathRule('a folder', 'default: datasets'), force: forceRule, ...RUN_RULES },
  )
  const prepared = prepare(spec, seed, { ...(count !== undefined && { count }), ...(maxAttempts !== undefined && { maxAttempts }) })
  const allProblems = [...(E.isLeft(prepared) ? prepared.left.problems : []), ...problems]
  const maxShards = E.isRight(prepared) ? prepared.right.plan.unitCount : Number.MAX_SAFE_INTEGER
  allProblems.push(...shardProblems(shard, maxShards))
  if (E.isLeft(prepared) || allProblems.length > 0) return E.left(fileError(allProblems))
  const { plan } = prepared.right
  const folder = join(out ?? 'datasets', shardsFolder(spec.name), shardFolder(shard))
  const manifestFacts = {
    ...levelFacts(spec),
    step: 'shard',
    seed: spellSeed(seed),
    count: plan.count,
    plan: planDigest(plan),
    shard: { number: shard.number, of: shard.of },
  } as const
  const transaction = {
    disk,
    root: folder,
    request: JSON.stringify(manifestFacts),
    paths: [UNITS],
    checkpointEvery: run.checkpointEvery ?? DEFAULT_CHECKPOINT_EVERY,
  }
  return E.right({
    prepared: prepared.right,
    range: unitRange(shard, plan.unitCount),
    force: force === true,
    folder,
    manifestFacts,
    transaction,
  })
}

function shardProblems(shard: unknown, max: number): readonly Problem[] {
  const { number, of } = (shard ?? {}) as Partial<Shard>
  const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1
  if (isWhole(number) && isWhole(of) && number <= of && of <= max) return []
  const expected = `number and of with 1 ≤ number ≤ of${max === Number.MAX_SAFE_INTEGER ? '' : ` ≤ ${max}, the number of units`}`
  const received = number === undefined || of === undefined ? describe(shard) : `${number} of ${of}`
  return [{ _tag: 'InvalidOption', path: 'options.shard', expected, received, hint: 'the second of eight is { number: 2, of: 8 }, or 2/8' }]
}
