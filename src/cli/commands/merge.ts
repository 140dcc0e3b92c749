import { type Command, Option } from 'commander'
import { either as E } from 'fp-ts'
import { mergeShards } from '../../io/index'
import { readCardMetadata } from '../../io/read/readCardMetadata'
import type { Report } from '../../model/report'
import { renderReport } from '../../reporters/text/renderReport'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RunHooks } from '../runCommand'
import { omitUndefined } from '../options/omitUndefined'
import { exitCodeOfReport } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { cardMetadataOption, levelOptions, planOptions, writeOptions } from '../options/declareOptions'
import { loadLevel } from '../level/chosenLevel'
import { readPlan, type RawPlan } from '../options/readPlan'
import { stopwatch } from '../terminal/stopwatch'
import { violatedChecks } from '../violatedChecks'
import { command } from './command'

/** Declares the command `genesis-datasets merge`: parses its arguments, calls `mergeShards`, and prints the result. */
export const mergeCommand = (): Command =>
  writeOptions(
    planOptions(levelOptions(command('merge', 'merge shards into one dataset', '--level 0 --count 10000 --seed 42 --out datasets'))),
    'datasets',
  )
    .addOption(new Option('--input <folder...>', 'folders with shards (default: shards/<level> below --out)'))
    .addOption(cardMetadataOption())
    .action((raw: RawArguments) => executeFileCommand(raw, hooks => merge(raw, hooks)))

interface RawArguments extends RawPlan {
  readonly input?: readonly string[]
  readonly cardMetadata?: string
}

async function merge(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const given = readPlan(raw)
  if (E.isLeft(given)) return given
  const metadata = readCardMetadata(raw.cardMetadata)
  if (E.isLeft(metadata)) return metadata
  const level = await loadLevel(raw)
  if (E.isLeft(level)) return level
  const { seed, ...options } = given.right
  return E.map((report: Report) => ({
    summary: `${renderReport(report)}\n  time: ${time()}, into ${options.out}`,
    json: jsonText(report),
    exitCode: exitCodeOfReport(report),
    conclusion: violatedChecks(report),
  }))(await mergeShards(level.right, seed, { ...options, ...omitUndefined({ cardMetadata: metadata.right, input: raw.input }), ...hooks }))
}
