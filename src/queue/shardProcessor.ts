import { either as E } from 'fp-ts'
import { UNITS } from '../io/layout'
import { drawSharedShard } from '../io/shards/drawSharedShard'
import { renderError } from '../reporters/text/renderProblem'
import { hopeless } from './unrecoverableError'
import { queuedLevel } from './queuedLevel'
import { workFolder } from './queueNames'
import type { ShardTask } from './shardTask'

/**
 * What a thread of a worker runs for a job: draws one shard into the folder that all machines see. A job may be run twice, even at
 * once; the bytes are the same, and appear once.
 */
export default async function drawQueuedShard({ data }: { readonly data: ShardTask }): Promise<string> {
  const level = await queuedLevel(data)
  const { count, out, force, number, shards: of, run } = data
  const drawn = await drawSharedShard(level, BigInt(data.seed), { count, out, force, shard: { number, of } }, workFolder(run))
  if (E.isRight(drawn)) return drawn.right.files[UNITS]?.sha256 ?? ''
  // A disk may have room again; a law that is violated stays so.
  const isDisk = drawn.left.problems.some(({ _tag }) => _tag === 'CannotWrite' || _tag === 'Locked')
  throw isDisk ? new Error(renderError(drawn.left)) : hopeless(renderError(drawn.left))
}
