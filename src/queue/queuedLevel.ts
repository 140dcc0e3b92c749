import { either as E } from 'fp-ts'
import { type Level, loadLevel } from '../loader/loadLevel'
import { prepare } from '../build/pipeline'
import { renderError } from '../reporters/text/renderProblem'
import { planDigest } from '../stages/plan/planDigest'
import { hopeless } from './unrecoverableError'
import type { QueuedDataset } from './shardTask'

/** The level of a job, on whatever machine it is drawn; throws where it is another one than where the run was begun. */
export async function queuedLevel({ source, seed, count, level: name, version, plan }: QueuedDataset): Promise<Level> {
  const level = await loadLevel(source, { options: { name: '--level', module: '--spec' } })
  if (E.isLeft(level)) throw hopeless(renderError(level.left))
  const prepared = prepare(level.right, BigInt(seed), { count })
  if (E.isLeft(prepared)) throw hopeless(renderError(prepared.left))
  const digest = planDigest(prepared.right.plan)
  if (level.right.name === name && level.right.version === version && digest === plan) return level.right
  throw hopeless(
    `${source.name} is ${level.right.name} ${level.right.version}, plan ${digest}, here; the run was begun with ${name} ${version}, plan ${plan}`,
  )
}
