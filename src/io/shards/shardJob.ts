import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { type Seed, spellSeed } from '../../model/seed'
import { prepare, type Prepared } from '../../build/pipeline'
import { planDigest } from '../../stages/plan/planDigest'
import { describe } from '../../utils/strings/describe'
import { validateOptions } from '../../validate/optionRules'
import type { Disk } from '../disk/disk'
import type { DrawOptions } from '../buildFiles/drawJob'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { shardsFolder, UNITS } from '../layout'
import { levelFacts } from '../manifest/manifestFile'
import { CHECKPOINT_EVERY } from '../runOptions'
import type { TransactionOptions } from '../transaction/transaction'
import { type Places, placesOf, type Shard, shardFolder } from './shard'
import type { ShardManifest } from './shardManifest'

export interface ShardOptions extends DrawOptions {
  /** Which shard, such as `{ number: 2, of: 8 }`; the first is 1. */
  readonly shard: Shard
}

/** A request to draw a shard, found good. */
export interface ShardJob<Q, A> {
  readonly prepared: Prepared<Q, A>
  readonly places: Places
  readonly force: boolean
  /** The shard's folder. */
  readonly folder: string
  /** The manifest of the shard, but for what is in its file. */
  readonly made: Omit<ShardManifest, 'files'>
  readonly transaction: TransactionOptions
}

/** Which part of which dataset is to be drawn and where, or all that is wrong with the request. */
export function shardJob<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: ShardOptions, disk: Disk): E.Either<FileError, ShardJob<Q, A>> {
  const { count, attempts, out, force, shard, ...run } = options ?? {}
  const problems = validateOptions(
    { out, force, ...run },
    { out: pathRule('a folder', 'leave it out for datasets'), force: forceRule, ...RUN_RULES },
  )
  const prepared = prepare(spec, seed, { ...(count !== undefined && { count }), ...(attempts !== undefined && { attempts }) })
  const wrong = [...(E.isLeft(prepared) ? prepared.left.problems : []), ...problems]
  const most = E.isRight(prepared) ? prepared.right.plan.unitCount : Number.MAX_SAFE_INTEGER
  wrong.push(...shardProblems(shard, most))
  if (E.isLeft(prepared) || wrong.length > 0) return E.left(fileError(wrong))
  const { plan } = prepared.right
  const folder = join(out ?? 'datasets', shardsFolder(spec.name), shardFolder(shard))
  const made = {
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
    request: JSON.stringify(made),
    paths: [UNITS],
    checkpointEvery: run.checkpointEvery ?? CHECKPOINT_EVERY,
  }
  return E.right({
    prepared: prepared.right,
    places: placesOf(shard, plan.unitCount),
    force: force === true,
    folder,
    made,
    transaction,
  })
}

function shardProblems(shard: unknown, most: number): readonly Problem[] {
  const { number, of } = (shard ?? {}) as Partial<Shard>
  const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1
  if (isWhole(number) && isWhole(of) && number <= of && of <= most) return []
  const expected = `number and of with 1 ≤ number ≤ of${most === Number.MAX_SAFE_INTEGER ? '' : ` ≤ ${most}, for there are so many units`}`
  const received = number === undefined || of === undefined ? describe(shard) : `${number} of ${of}`
  return [{ _tag: 'InvalidOption', path: 'options.shard', expected, received, hint: 'the second of eight is { number: 2, of: 8 }, or 2/8' }]
}
