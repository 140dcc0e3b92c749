import { type Command, Option } from 'commander'
import { either as E } from 'fp-ts'
import { mergeShards } from '../../io/index'
import { readAbout } from '../../io/read/readAbout'
import type { Report } from '../../model/report'
import { renderReport } from '../../reporters/text/renderReport'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type Watch } from '../runCommand'
import { defined } from '../options/omitUndefined'
import { exitCodeOfReport } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { aboutOption, levelOptions, planOptions, writeOptions } from '../options/declareOptions'
import { loadLevel } from '../level/chosenLevel'
import { readPlan, type TypedPlan } from '../options/readPlan'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

/** `genesis-datasets merge`: `mergeShards`. */
export const mergeCommand = (): Command =>
  writeOptions(
    planOptions(
      levelOptions(
        command(
          'merge',
          'make the files of build from shards, wherever they were drawn',
          '--level 0 --count 10000 --seed 42 --out datasets',
        ),
      ),
    ),
    'datasets',
  )
    .addOption(new Option('--input <folder...>', 'where shards lie (default: shards/<level> under --out)'))
    .addOption(aboutOption())
    .action((typed: Typed) => concludeOnFiles(typed, run => merge(typed, run)))

interface Typed extends TypedPlan {
  readonly input?: readonly string[]
  readonly about?: string
}

async function merge(typed: Typed, run: Watch): Promise<E.Either<CommandError, Outcome>> {
  const time = stopwatch()
  const given = readPlan(typed)
  if (E.isLeft(given)) return given
  const about = readAbout(typed.about)
  if (E.isLeft(about)) return about
  const level = await loadLevel(typed)
  if (E.isLeft(level)) return level
  const { seed, ...options } = given.right
  return E.map((report: Report) => ({
    account: `${renderReport(report)}\n  time: ${time()}, into ${options.out}`,
    json: jsonText(report),
    exitCode: exitCodeOfReport(report),
  }))(await mergeShards(level.right, seed, { ...options, ...defined({ about: about.right, input: typed.input }), ...run }))
}
