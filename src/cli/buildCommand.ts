import { Command, InvalidArgumentError } from 'commander'
import { either as E } from 'fp-ts'
import { buildIntoFolder } from '../io/buildIntoFolder'
import { messageOf } from '../model/messageOf'
import type { Report } from '../model/report'
import { renderError } from '../renderProblem'
import { renderReport } from '../renderReport'
import { EXIT } from './exitCode'
import { loadLevel } from './loadLevel'
import { progressBar } from './progressBar'

interface BuildArguments {
  readonly level: string
  readonly count: number
  readonly seed: bigint
  readonly out: string
}

/** `genesis-datasets build`: all steps in one, into a folder; progress and report go to stderr. */
export const buildCommand = (): Command =>
  new Command('build')
    .description('build a level: draw, prove, split and write its rows')
    .requiredOption('--level <name>', 'the level, by number or name')
    .option('--count <rows>', 'how many rows in all', toCount, 10_000)
    .option('--seed <integer>', 'any integer, of any size', toSeed, 42n)
    .option('--out <folder>', 'where to write', 'datasets')
    .addHelpText('after', '\nExample:\n  $ genesis-datasets build --level 0 --count 2000 --seed 7 --out datasets')
    .action(async (options: BuildArguments) => {
      process.exitCode = await build(options)
    })

async function build({ level, count, seed, out }: BuildArguments): Promise<number> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`)
  const started = performance.now()
  try {
    const spec = await loadLevel(level)
    if (spec === undefined) {
      say(`Invalid --level: expected the name of a level, received ${level}.`)
      return EXIT.usage
    }
    const progress = progressBar(count)
    const built = buildIntoFolder(spec, seed, { count }, out, progress.step)
    progress.stop()
    if (E.isLeft(built)) {
      say(`${renderError(built.left)}\nseed ${seed}`)
      return built.left.problems.some(problem => problem._tag === 'CannotWrite') ? EXIT.inputOrOutput : EXIT.checkFailed
    }
    say(`${renderReport(built.right)}\n  time: ${((performance.now() - started) / 1000).toFixed(1)} s, into ${out}`)
    return allHold(built.right) ? EXIT.good : EXIT.checkFailed
  } catch (thrown) {
    say(`${messageOf(thrown)}\nseed ${seed}`)
    return EXIT.checkFailed
  }
}

const allHold = ({ checks }: Report): boolean => checks.every(check => check.outcome !== 'violated')

function toCount(text: string): number {
  const count = Number(text)
  if (/^\d+$/.test(text) && count >= 1 && Number.isSafeInteger(count)) return count
  throw new InvalidArgumentError('Expected a whole number of rows, 1 or more.')
}

function toSeed(text: string): bigint {
  if (/^-?\d+$/.test(text)) return BigInt(text)
  throw new InvalidArgumentError('Expected an integer.')
}
