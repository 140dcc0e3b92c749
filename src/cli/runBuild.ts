import { either as E } from 'fp-ts'
import { buildIntoFolder } from '../io/buildIntoFolder'
import { messageOf } from '../model/messageOf'
import type { Report } from '../model/report'
import { renderError } from '../renderProblem'
import { renderReport } from '../renderReport'
import type { BuildArguments } from './buildArguments'
import { EXIT, exitCodeOf } from './exitCode'
import { type Interruption, watchForInterruption } from './interruption'
import { loadLevel } from './loadLevel'
import { progressBar } from './progressBar'
import { say } from './say'
import { walk } from './walk'

/** Builds a level into a folder and says how it went, with the seed on every way out; gives the exit status. */
export async function runBuild(given: BuildArguments): Promise<number> {
  const interruption = watchForInterruption()
  try {
    return await build(given, interruption)
  } catch (thrown) {
    say(messageOf(thrown), `seed ${given.seed}`)
    return EXIT.checkFailed
  } finally {
    interruption.dispose()
  }
}

async function build({ level, count, seed, out }: BuildArguments, interruption: Interruption): Promise<number> {
  const started = performance.now()
  const loaded = await loadLevel(level)
  if (E.isLeft(loaded)) {
    say(renderError(loaded.left), `seed ${seed}`)
    return exitCodeOf(loaded.left)
  }
  const progress = progressBar(count)
  const built = await walk(
    buildIntoFolder(loaded.right, seed, { count }, out),
    progress.step,
    () => interruption.exitCode() !== undefined,
  ).finally(progress.stop)
  if (built === undefined) {
    say('Interrupted: nothing was written.', `seed ${seed}`)
    return interruption.exitCode() ?? EXIT.checkFailed
  }
  if (E.isLeft(built)) {
    say(renderError(built.left), `seed ${seed}`)
    return exitCodeOf(built.left)
  }
  say(renderReport(built.right), `  time: ${((performance.now() - started) / 1000).toFixed(1)} s, into ${out}`)
  return allHold(built.right) ? EXIT.good : EXIT.checkFailed
}

const allHold = ({ checks }: Report): boolean => checks.every(check => check.outcome !== 'violated')
