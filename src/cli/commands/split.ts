import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { splitFiles } from '../../io/index'
import { readAbout } from '../../io/read/readAbout'
import type { Report } from '../../model/report'
import { renderReport } from '../../reporters/text/renderReport'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type TypedOptions, type Watch } from '../runCommand'
import { defined } from '../options/omitUndefined'
import { exitCodeOfReport } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { validatedRows } from '../options/defaultFolders'
import { levelOfFolder } from '../level/levelOfFolder'
import { aboutOption, forceOption, inputOption, levelOptions } from '../options/declareOptions'
import type { LevelChoice } from '../level/chosenLevel'
import { readShares, type TypedShares } from '../options/readShares'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

interface Typed extends TypedOptions, LevelChoice, TypedShares {
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
    .addOption(aboutOption())
    .action((typed: Typed) => concludeOnFiles(typed, run => split(typed, run)))

/** Where a plan has placed the rows, no seed has a say. */
const dealt = ({ seed }: Report, typed: Typed): string =>
  seed === 'none' || typed.train !== undefined || typed.val !== undefined || typed.test !== undefined
    ? `  rows that no plan has placed were dealt by seed ${typed.seed ?? '42'}\n`
    : ''

async function split(typed: Typed, run: Watch): Promise<E.Either<CommandError, Outcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const shares = readShares(reader, typed)
  const seed = reader.seed(typed.seed)
  const given = reader.path('--input', typed.input, 'a folder', 'leave it out for datasets/validated/<level>')
  const options = reader.result(() => ({ ...defined({ shares, seed }), force: typed.force === true }))
  if (E.isLeft(options)) return options
  const about = readAbout(typed.about)
  if (E.isLeft(about)) return about
  const level = await levelOfFolder(typed, given)
  if (E.isLeft(level)) return level
  const input = given ?? validatedRows(level.right.name)
  return E.map((report: Report) => ({
    account: `${renderReport(report)}\n${dealt(report, typed)}  time: ${time()}, into ${input}`,
    json: jsonText(report),
    exitCode: exitCodeOfReport(report),
  }))(await splitFiles(level.right, { input, ...options.right, ...defined({ about: about.right }), ...run }))
}
