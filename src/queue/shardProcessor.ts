import { either as E } from 'fp-ts'
import { UNITS } from '../io/layout'
import { drawSharedShard } from '../io/shards/drawSharedShard'
import { renderError } from '../reporters/text/renderProblem'
import { unrecoverableError } from './unrecoverableError'
import { loadQueuedLevel } from './loadQueuedLevel'
import { workFolder } from './queueNames'
import type { ShardTask } from './shardTask'

/**
 * Draws the shard of a job, in a thread of a worker, into the shared dataset folder. Returns the sha256 of its file. A job may run
 * twice, even in parallel: the bytes are the same, and the shard appears once.
 */
export default async function drawQueuedShard({ data }: { readonly data: ShardTask }): Promise<string> {
  const level = await loadQueuedLevel(data)
  const { count, out, force, number, shards: of, run } = data
  const result = await drawSharedShard(level, BigInt(data.seed), { count, out, force, shard: { number, of } }, workFolder(run))
  if (E.isRight(result)) return result.right.files[UNITS]?.sha256 ?? ''
  // Errors of the disk may be temporary; a violated law is not.
  const isDisk = result.left.problems.some(({ _tag }) => _tag === 'CannotWrite' || _tag === 'Locked')
  throw isDisk ? new Error(renderError(result.left)) : unrecoverableError(renderError(result.left))
}
