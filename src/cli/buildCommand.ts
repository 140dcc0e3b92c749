import { Command } from 'commander'
import { either as E } from 'fp-ts'
import { renderError } from '../renderProblem'
import { readBuildArguments, type TypedArguments } from './buildArguments'
import { EXIT } from './exitCode'
import { runBuild } from './runBuild'
import { say } from './say'

/** `genesis-datasets build`: all steps in one, into a folder; progress and report go to stderr. */
export const buildCommand = (): Command =>
  new Command('build')
    .description('build a level: draw, prove, split and write its rows')
    .requiredOption('--level <level>', 'the level: its number, its name, or the path of a module that exports it')
    .option('--count <rows>', 'how many rows in all', '10000')
    .option('--seed <integer>', 'any integer, of any size', '42')
    .option('--out <folder>', 'where to write', 'datasets')
    .addHelpText('after', '\nExample:\n  $ genesis-datasets build --level 0 --count 2000 --seed 7 --out datasets')
    .action(async (typed: TypedArguments) => {
      process.exitCode = await build(typed)
    })

async function build(typed: TypedArguments): Promise<number> {
  const given = readBuildArguments(typed)
  if (E.isRight(given)) return runBuild(given.right)
  say(renderError(given.left), `seed ${typed.seed}`)
  return EXIT.usage
}
