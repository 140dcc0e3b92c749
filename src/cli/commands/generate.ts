import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import type { Drawn } from '../../io/draw/drawn'
import { drawFilesParallel } from '../../parallel/drawFilesParallel'
import { renderManifest } from '../../rendering/renderManifest'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type Watch } from '../conclude'
import { EXIT } from '../exitCode'
import { jsonText } from '../jsonText'
import { levelOptions, planOptions, workersOption, writeOptions } from '../levelOptions'
import { levelWithSource } from '../levelWithSource'
import { readPlan, type TypedPlan } from '../planArguments'
import { stopwatch } from '../stopwatch'
import { command } from './command'

/** `genesis-datasets generate`: `generateFiles`. */
export const generateCommand = (): Command =>
  workersOption(
    writeOptions(
      planOptions(
        levelOptions(
          command('generate', 'draw the rows of a level, for verify to prove', '--level 0 --count 10000 --seed 42 --out datasets'),
        ),
      ),
      'datasets',
    ),
  ).action((typed: TypedPlan) => concludeOnFiles(typed, run => generate(typed, run)))

async function generate(typed: TypedPlan, run: Watch): Promise<E.Either<CommandError, Outcome>> {
  const time = stopwatch()
  const given = readPlan(typed)
  if (E.isLeft(given)) return given
  const chosen = await levelWithSource(typed)
  if (E.isLeft(chosen)) return chosen
  const { level, source } = chosen.right
  const { seed, ...options } = given.right
  return E.map(({ manifest }: Drawn) => ({
    account: `${renderManifest(manifest)}\n  time: ${time()}, into ${options.out}`,
    json: jsonText(manifest),
    exitCode: EXIT.good,
  }))(await drawFilesParallel(level, source, seed, { ...options, ...run }, false))
}
