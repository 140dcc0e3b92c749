import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { buildFiles } from '../../io/index'
import { readAbout } from '../../io/readAbout'
import type { Report } from '../../model/report'
import { renderReport } from '../../rendering/renderReport'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type Watch } from '../conclude'
import { defined } from '../defined'
import { exitCodeOfReport } from '../exitCode'
import { jsonText } from '../jsonText'
import { aboutOption, levelOptions, planOptions, writeOptions } from '../levelOptions'
import { loadLevel } from '../loadLevel'
import { readPlan, type TypedPlan } from '../planArguments'
import { stopwatch } from '../stopwatch'
import { command } from './command'

/** `genesis-datasets build`: `buildFiles`. */
export const buildCommand = (): Command =>
  writeOptions(
    planOptions(
      levelOptions(
        command('build', 'draw, prove, split and write a level: all steps in one', '--level 0 --count 2000 --seed 7 --out datasets'),
      ),
    ),
    'datasets',
  )
    .addOption(aboutOption())
    .action((typed: Typed) => concludeOnFiles(typed, run => build(typed, run)))

interface Typed extends TypedPlan {
  readonly about?: string
}

async function build(typed: Typed, run: Watch): Promise<E.Either<CommandError, Outcome>> {
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
  }))(await buildFiles(level.right, seed, { ...options, ...defined({ about: about.right }), ...run }))
}
