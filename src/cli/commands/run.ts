import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import type { Report } from '../../model/report'
import { runLevelOnRedis } from '../../queue/runOnRedis'
import { renderReport } from '../../reporters/text/renderReport'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type Watch } from '../runCommand'
import { exitCodeOfReport } from '../exitCode'
import { endAtOnce } from '../exitIfInterrupted'
import { jsonText } from '../terminal/jsonText'
import { levelOptions, planOptions, redisOption, writeOptions } from '../options/declareOptions'
import { levelWithSource } from '../level/chosenLevel'
import { readPlan, type TypedPlan } from '../options/readPlan'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

/** `genesis-datasets run`: `runOnRedis`. */
export const runCommand = (): Command =>
  redisOption(
    writeOptions(
      planOptions(
        levelOptions(
          command(
            'run',
            'make the files of build by workers on many machines',
            '--redis redis://localhost:6379 --shards 64 --level 0 --count 100000',
          ),
        ),
      ),
      'datasets',
    ),
  )
    .requiredOption('--shards <number>', 'in how many shards: a few for each worker')
    .action(async (typed: Typed) => {
      await concludeOnFiles(typed, watch => run(typed, watch))
      endAtOnce()
    })

interface Typed extends TypedPlan {
  readonly redis: string
  readonly shards: string
}

async function run(typed: Typed, watch: Watch): Promise<E.Either<CommandError, Outcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const shards = reader.whole('--shards', typed.shards, 'a few for each worker')
  const given = readPlan(typed, reader)
  if (E.isLeft(given)) return given
  const chosen = await levelWithSource(typed)
  if (E.isLeft(chosen)) return chosen
  const { seed, count, out, force } = given.right
  return E.map((report: Report) => ({
    account: `${renderReport(report)}\n  time: ${time()}, into ${out}`,
    json: jsonText(report),
    exitCode: exitCodeOfReport(report),
  }))(await runLevelOnRedis(chosen.right, seed, typed.redis, { shards, count, out, force, ...watch }))
}
