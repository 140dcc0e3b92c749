import { either as E } from 'fp-ts'
import { type Level, loadLevel } from '../loader/loadLevel'
import { prepare } from '../build/pipeline'
import { renderError } from '../reporters/text/renderProblem'
import { planDigest } from '../stages/plan/planDigest'
import { unrecoverableError } from './unrecoverableError'
import type { QueuedDataset } from './shardTask'

/**
 * Loads the level of a job on the machine of a worker.
 *
 * @throws an unrecoverable error if the level cannot be loaded or is not the level of the run
 */
export async function loadQueuedLevel({ source, seed, count, level: name, version, plan }: QueuedDataset): Promise<Level> {
  const level = await loadLevel(source, { options: { name: '--level', module: '--module' } })
  if (E.isLeft(level)) throw unrecoverableError(renderError(level.left))
  const prepared = prepare(level.right, BigInt(seed), { count })
  if (E.isLeft(prepared)) throw unrecoverableError(renderError(prepared.left))
  const digest = planDigest(prepared.right.plan)
  if (level.right.name === name && level.right.version === version && digest === plan) return level.right
  throw unrecoverableError(
    `${source.name} is ${level.right.name} ${level.right.version}, plan ${digest}, on this machine; the run was started with ${name} ${version}, plan ${plan}`,
  )
}
