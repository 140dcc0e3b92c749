import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import type { DrawResult } from '../../io/buildFiles/drawResult'
import type { ShardManifest } from '../../io/shards/shardManifest'
import type { Manifest } from '../../model/manifest'
import { drawFilesParallel } from '../../parallel/drawFilesParallel'
import { drawShardParallel } from '../../parallel/drawShardParallel'
import { renderFileList } from '../../reporters/text/renderFileList'
import { renderManifest } from '../../reporters/text/renderManifest'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RunHooks } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { levelOptions, planOptions, writeOptions } from '../options/declareOptions'
import { workersOption } from '../options/workers'
import { levelWithSource } from '../level/chosenLevel'
import { readPlan, type RawPlan } from '../options/readPlan'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

/** Declares the command `genesis-datasets generate`: does the work of `generateFiles` or `generateShard` on several threads. */
export const generateCommand = (): Command =>
  workersOption(
    writeOptions(
      planOptions(
        levelOptions(
          command(
            'generate',
            'draw the rows of a level, unverified; verify proves them from their text',
            '--level 0 --count 10000 --seed 42 --out datasets',
          ),
        ),
      ),
      'datasets',
    ),
  )
    .option('--shard <number/of>', 'draw only this part, for example 2/8; merge combines the parts')
    .action((raw: RawArguments) => executeFileCommand(raw, hooks => generate(raw, hooks)))

interface RawArguments extends RawPlan {
  readonly shard?: string
}

const renderShard = ({ shard, files, ...manifest }: ShardManifest): string =>
  `shard ${shard.number} of ${shard.of}: ${renderManifest({ ...manifest, step: 'generate', discards: {}, files: {} })}\n${unitList(files)}`

/** Returns the list of a shard's files. Its lines are units: a row, or a trap with its twin. */
const unitList = (files: ShardManifest['files']): string => renderFileList(files).replace(/^( *\d+) rows /gm, '$1 units ')

async function generate(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const shard = reader.shard(raw.shard)
  const given = readPlan(raw, reader)
  if (E.isLeft(given)) return given
  const chosen = await levelWithSource(raw)
  if (E.isLeft(chosen)) return chosen
  const { level, source } = chosen.right
  const { seed, ...options } = given.right
  const outcome = (manifest: Manifest | ShardManifest): CommandOutcome => ({
    summary: `${manifest.step === 'shard' ? renderShard(manifest) : renderManifest(manifest)}\n  time: ${time()}, into ${options.out}`,
    json: jsonText(manifest),
    exitCode: EXIT.success,
  })
  if (shard !== undefined) return E.map(outcome)(await drawShardParallel(level, source, seed, { ...options, shard, ...hooks }))
  const drawn = await drawFilesParallel(level, source, seed, { ...options, ...hooks }, false)
  return E.map(({ manifest }: DrawResult) => outcome(manifest))(drawn)
}
