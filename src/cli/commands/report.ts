import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { type ReportPageOptions, reportFiles, reportPage, type PageResult } from '../../io/index'
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
import { inputOption, levelOptions, READ_FROM_ROWS } from '../options/declareOptions'
import type { Level } from '../level/chosenLevel'
import { pageLine } from '../terminal/pageLine'
import { violatedChecks } from '../violatedChecks'
import { command } from './command'

interface RawArguments extends RawOptions {
  readonly input?: string
  readonly html?: string | true
  readonly force?: true
}

/** Declares the command `genesis-datasets report`: parses its arguments, calls `reportFiles` or `reportPage`, and prints the result. */
export const reportCommand = (): Command =>
  inputOption(
    levelOptions(
      command(
        'report',
        'print statistics and dataset checks',
        '--input datasets/validated/level0',
        '--input datasets/validated/level0 --html',
      ),
      READ_FROM_ROWS,
    ),
    'datasets/validated/<level>',
  )
    .option('--html [file]', 'also write an HTML page with the rows to browse (default: datasets/reports/<level>.html)')
    .option('--force', 'replace an existing file that is not a report page')
    .action((raw: RawArguments) => executeFileCommand(raw, hooks => report(raw, hooks)))

async function report(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const reader = new ArgumentReader()
  const given = reader.path('--input', raw.input, 'a folder', 'default: datasets/validated/<level>')
  const html = reader.path('--html', raw.html === true ? undefined : raw.html, 'a file', 'default: reports/<level>.html')
  const read = reader.result(() => given)
  if (E.isLeft(read)) return read
  const level = await levelOfFolder(raw, given)
  if (E.isLeft(level)) return level
  const input = given ?? validatedRows(level.right.name)
  if (raw.html === undefined) return E.map(outcomeOf)(await reportFiles(level.right, { input, ...hooks }))
  return withPage(level.right, { input, force: raw.force === true, ...omitUndefined({ html }), ...hooks })
}

const withPage = async (level: Level, options: ReportPageOptions): Promise<E.Either<CommandError, CommandOutcome>> =>
  E.map((page: PageResult): CommandOutcome => ({ ...outcomeOf(page.report), summary: pageLine(page) }))(await reportPage(level, options))

const outcomeOf = (reported: Report): CommandOutcome => ({
  text: renderReport(reported),
  json: jsonText(reported),
  exitCode: exitCodeOfReport(reported),
  conclusion: violatedChecks(reported),
})
