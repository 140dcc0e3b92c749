import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { splitFiles } from '../../io/index'
import { readCardMetadata } from '../../io/read/readCardMetadata'
import type { Report } from '../../model/report'
import { renderReport } from '../../reporters/text/renderReport'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RawOptions, type RunHooks } from '../runCommand'
import { omitUndefined } from '../options/omitUndefined'
import { exitCodeOfReport } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { validatedRows } from '../options/defaultFolders'
import { levelOfFolder } from '../level/levelOfFolder'
import { cardMetadataOption, forceOption, inputOption, levelOptions, READ_FROM_ROWS } from '../options/declareOptions'
import { readShares, type RawShares } from '../options/readShares'
import { stopwatch } from '../terminal/stopwatch'
import { violatedChecks } from '../violatedChecks'
import { command } from './command'

interface RawArguments extends RawOptions, RawShares {
  readonly input?: string
  readonly cardMetadata?: string
  readonly force?: true
}

/** Declares the command `genesis-datasets split`: parses its arguments, calls `splitFiles`, and prints the result. */
export const splitCommand = (): Command =>
  forceOption(
    inputOption(
      levelOptions(
        command(
          'split',
          'write verified rows into train, val, test and adversarial',
          '--input datasets/validated/level0 --train 0.8 --val 0.1 --test 0.1',
        ),
        READ_FROM_ROWS,
      ),
      'datasets/validated/<level>',
    ),
  )
    .option('--train <share>', 'share of train among the rows that are not held out (default: 0.8)')
    .option('--val <share>', 'share of val among the rows that are not held out (default: 0.1)')
    .option('--test <share>', 'share of test among the rows that are not held out (default: 0.1)')
    .option('--seed <integer>', 'seed that assigns rows without a planned split (default: 42)')
    .addOption(cardMetadataOption())
    .action((raw: RawArguments) => executeFileCommand(raw, hooks => split(raw, hooks)))

/** Returns a line with the seed of the assignment to splits; '' if a plan assigned all rows. Explicit shares replace the plan. */
function splitSeedNote({ seed }: Report, raw: RawArguments): string {
  const hasShares = raw.train !== undefined || raw.val !== undefined || raw.test !== undefined
  if (!hasShares && seed !== 'none') return ''
  return `  rows ${hasShares ? '' : 'without a planned split '}were assigned${hasShares ? ' to splits' : ''} with seed ${raw.seed ?? '42'}\n`
}

async function split(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const shares = readShares(reader, raw)
  const seed = reader.seed(raw.seed)
  const given = reader.path('--input', raw.input, 'a folder', 'default: datasets/validated/<level>')
  const options = reader.result(() => ({ ...omitUndefined({ shares, seed }), force: raw.force === true }))
  if (E.isLeft(options)) return options
  const metadata = readCardMetadata(raw.cardMetadata)
  if (E.isLeft(metadata)) return metadata
  const level = await levelOfFolder(raw, given)
  if (E.isLeft(level)) return level
  const input = given ?? validatedRows(level.right.name)
  return E.map((report: Report) => ({
    summary: `${renderReport(report)}\n${splitSeedNote(report, raw)}  time: ${time()}, into ${input}`,
    json: jsonText(report),
    exitCode: exitCodeOfReport(report),
    conclusion: violatedChecks(report),
  }))(await splitFiles(level.right, { input, ...options.right, ...omitUndefined({ cardMetadata: metadata.right }), ...hooks }))
}
