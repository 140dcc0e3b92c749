import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import type { Report } from '../../model/report'
import { runLevelOnRedis } from '../../queue/runOnRedis'
import { renderReport } from '../../reporters/text/renderReport'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RunHooks } from '../runCommand'
import { exitCodeOfReport } from '../exitCode'
import { exitIfInterrupted } from '../exitIfInterrupted'
import { jsonText } from '../terminal/jsonText'
import { levelOptions, planOptions, redisOption, writeOptions } from '../options/declareOptions'
import { levelWithSource } from '../level/chosenLevel'
import { readPlan, type RawPlan } from '../options/readPlan'
import { stopwatch } from '../terminal/stopwatch'
import { violatedChecks } from '../violatedChecks'
import { command } from './command'

/** Declares the command `genesis-datasets run`: parses its arguments, does the work of `runOnRedis`, and prints the result. */
export const runCommand = (): Command =>
  redisOption(
    writeOptions(
      planOptions(
        levelOptions(
          command(
            'run',
            'build a dataset with workers on several machines',
            '--redis redis://localhost:6379 --shards 64 --level 0 --count 100000',
          ),
        ),
      ),
      'datasets',
    ),
  )
    .requiredOption('--shards <number>', 'number of shards: a few per worker')
    .action(async (raw: RawArguments) => {
      await executeFileCommand(raw, hooks => run(raw, hooks))
      exitIfInterrupted()
    })

interface RawArguments extends RawPlan {
  readonly redis: string
  readonly shards: string
}

async function run(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const shards = reader.wholeNumber('--shards', raw.shards, 'use a few shards per worker')
  const given = readPlan(raw, reader)
  if (E.isLeft(given)) return given
  const chosen = await levelWithSource(raw)
  if (E.isLeft(chosen)) return chosen
  const { seed, count, out, force } = given.right
  return E.map((report: Report) => ({
    summary: `${renderReport(report)}\n  time: ${time()}, into ${out}`,
    json: jsonText(report),
    exitCode: exitCodeOfReport(report),
    conclusion: violatedChecks(report),
  }))(await runLevelOnRedis(chosen.right, seed, raw.redis, { shards, count, out, force, ...hooks }))
}
