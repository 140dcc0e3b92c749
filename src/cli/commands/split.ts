import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { splitFiles } from '../../io/index'
import { readCardMetadata } from '../../io/read/readAbout'
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
import { cardMetadataOption, forceOption, inputOption, levelOptions } from '../options/declareOptions'
import type { LevelChoice } from '../level/chosenLevel'
import { readShares, type RawShares } from '../options/readShares'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

interface RawArguments extends RawOptions, LevelChoice, RawShares {
  readonly input?: string
  readonly about?: string
  readonly force?: true
}

/** `genesis-datasets split`: `splitFiles`. */
export const splitCommand = (): Command =>
  forceOption(
    inputOption(
      levelOptions(
        command(
          'split',
          'write verified rows into train, val, test and adversarial',
          '--input datasets/validated/level0 --train 0.8 --val 0.1 --test 0.1',
        ),
        '; rows tell theirs',
      ),
      'datasets/validated/<level>',
    ),
  )
    .option('--train <share>', 'what part goes to train (default: 0.8)')
    .option('--val <share>', 'what part goes to val (default: 0.1)')
    .option('--test <share>', 'what part goes to test (default: 0.1)')
    .option('--seed <integer>', 'decides where rows go that no plan placed')
    .addOption(cardMetadataOption())
    .action((raw: RawArguments) => executeFileCommand(raw, run => split(raw, run)))

/** Where a plan has placed the rows, no seed has a say. */
const splitSeedNote = ({ seed }: Report, raw: RawArguments): string =>
  seed === 'none' || raw.train !== undefined || raw.val !== undefined || raw.test !== undefined
    ? `  rows that no plan has placed were dealt by seed ${raw.seed ?? '42'}\n`
    : ''

async function split(raw: RawArguments, run: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const shares = readShares(reader, raw)
  const seed = reader.seed(raw.seed)
  const given = reader.path('--input', raw.input, 'a folder', 'leave it out for datasets/validated/<level>')
  const options = reader.result(() => ({ ...omitUndefined({ shares, seed }), force: raw.force === true }))
  if (E.isLeft(options)) return options
  const about = readCardMetadata(raw.about)
  if (E.isLeft(about)) return about
  const level = await levelOfFolder(raw, given)
  if (E.isLeft(level)) return level
  const input = given ?? validatedRows(level.right.name)
  return E.map((report: Report) => ({
    summary: `${renderReport(report)}\n${splitSeedNote(report, raw)}  time: ${time()}, into ${input}`,
    json: jsonText(report),
    exitCode: exitCodeOfReport(report),
  }))(await splitFiles(level.right, { input, ...options.right, ...omitUndefined({ about: about.right }), ...run }))
}
