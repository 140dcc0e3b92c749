import { join } from 'node:path'
import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { type ReportPageOptions, reportPage } from '../../io/index'
import { validatedFolder } from '../../io/layout'
import { readCardMetadata } from '../../io/read/readCardMetadata'
import type { Report } from '../../model/report'
import { drawFilesParallel } from '../../parallel/drawFilesParallel'
import { renderError } from '../../reporters/text/renderProblem'
import { renderReport } from '../../reporters/text/renderReport'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RunHooks } from '../runCommand'
import { omitUndefined } from '../options/omitUndefined'
import { EXIT, exitCodeOf, exitCodeOfReport } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { cardMetadataOption, levelOptions, planOptions, writeOptions } from '../options/declareOptions'
import { workersOption } from '../options/workers'
import { type Level, levelWithSource } from '../level/chosenLevel'
import { pageLine } from '../terminal/pageLine'
import { readPlan, type RawPlan } from '../options/readPlan'
import { stopwatch } from '../terminal/stopwatch'
import { violatedChecks } from '../violatedChecks'
import { command } from './command'

/** Declares the command `genesis-datasets build`: does the work of `buildFiles` on several threads and writes the report page. */
export const buildCommand = (): Command =>
  workersOption(
    writeOptions(
      planOptions(
        levelOptions(
          command('build', 'draw, prove, split and write a dataset in one step', '--level 0 --count 2000 --seed 7 --out datasets'),
        ),
      ),
      'datasets',
    ),
  )
    .addOption(cardMetadataOption())
    .option('--no-html', 'do not write the report page, reports/<level>.html')
    .action((raw: RawArguments) => executeFileCommand(raw, hooks => build(raw, hooks)))

interface RawArguments extends RawPlan {
  readonly cardMetadata?: string
  readonly html: boolean
}

async function build(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const given = readPlan(raw)
  if (E.isLeft(given)) return given
  const metadata = readCardMetadata(raw.cardMetadata)
  if (E.isLeft(metadata)) return metadata
  const chosen = await levelWithSource(raw)
  if (E.isLeft(chosen)) return chosen
  const { level, source } = chosen.right
  const { seed, ...options } = given.right
  const drawn = await drawFilesParallel(
    level,
    source,
    seed,
    { ...options, ...omitUndefined({ cardMetadata: metadata.right }), ...hooks },
    true,
  )
  if (E.isLeft(drawn)) return drawn
  const report = drawn.right.report as Report
  const page = raw.html
    ? await writePage(level, { input: join(options.out, validatedFolder(level.name)), force: options.force, ...hooks })
    : NO_PAGE
  return E.right({
    summary: [
      renderReport(report),
      ...(drawn.right.isReused ? [REUSED] : []),
      ...page.lines,
      `  time: ${time()}, into ${options.out}`,
    ].join('\n'),
    json: jsonText(report),
    exitCode: page.exitCode === EXIT.success ? exitCodeOfReport(report) : page.exitCode,
    conclusion: page.exitCode === EXIT.success ? violatedChecks(report) : undefined,
  })
}

/** Line for a dataset that already existed. A level can change its checks without changing a row. */
const REUSED = '  reused: the dataset exists, so rows and dataset checks come from its build; --force builds it again'

/** Outcome of writing the report page. A failure does not affect the dataset, which is already written. */
interface PageOutcome {
  readonly lines: readonly string[]
  readonly exitCode: number
}

const NO_PAGE: PageOutcome = { lines: [], exitCode: EXIT.success }

async function writePage(level: Level, options: ReportPageOptions): Promise<PageOutcome> {
  const page = await reportPage(level, options)
  if (E.isRight(page)) return { lines: [pageLine(page.right)], exitCode: EXIT.success }
  const lines = [renderError(page.left), 'The dataset is complete, but its page was not written (report --html writes only the page).']
  return { lines, exitCode: exitCodeOf(page.left) }
}
