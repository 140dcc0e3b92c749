import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import type { Drawn } from '../../io/buildFiles/drawn'
import type { ShardManifest } from '../../io/shards/shardManifest'
import type { Manifest } from '../../model/manifest'
import { drawFilesParallel } from '../../parallel/drawFilesParallel'
import { drawShardParallel } from '../../parallel/drawShardParallel'
import { renderManifest } from '../../reporters/text/renderManifest'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type Watch } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { levelOptions, planOptions, writeOptions } from '../options/declareOptions'
import { workersOption } from '../options/workers'
import { levelWithSource } from '../level/chosenLevel'
import { readPlan, type TypedPlan } from '../options/readPlan'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

/** `genesis-datasets generate`: `generateFiles`. */
export const generateCommand = (): Command =>
  workersOption(
    writeOptions(
      planOptions(
        levelOptions(
          command('generate', 'draw the rows of a level, for verify to prove', '--level 0 --count 10000 --seed 42 --out datasets'),
        ),
      ),
      'datasets',
    ),
  )
    .option('--shard <number/of>', 'draw only a part, such as 2/8, for merge to put together')
    .action((typed: Typed) => concludeOnFiles(typed, run => generate(typed, run)))

interface Typed extends TypedPlan {
  readonly shard?: string
}

const renderShard = ({ shard, ...manifest }: ShardManifest): string =>
  `shard ${shard.number} of ${shard.of}: ${renderManifest({ ...manifest, step: 'generate', discards: {} })}`

async function generate(typed: Typed, run: Watch): Promise<E.Either<CommandError, Outcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const shard = reader.shard(typed.shard)
  const given = readPlan(typed, reader)
  if (E.isLeft(given)) return given
  const chosen = await levelWithSource(typed)
  if (E.isLeft(chosen)) return chosen
  const { level, source } = chosen.right
  const { seed, ...options } = given.right
  const outcome = (manifest: Manifest | ShardManifest): Outcome => ({
    account: `${manifest.step === 'shard' ? renderShard(manifest) : renderManifest(manifest)}\n  time: ${time()}, into ${options.out}`,
    json: jsonText(manifest),
    exitCode: EXIT.good,
  })
  if (shard !== undefined) return E.map(outcome)(await drawShardParallel(level, source, seed, { ...options, shard, ...run }))
  const drawn = await drawFilesParallel(level, source, seed, { ...options, ...run }, false)
  return E.map(({ manifest }: Drawn) => outcome(manifest))(drawn)
}
