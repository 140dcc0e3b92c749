import { either as E } from 'fp-ts'
import { mergeShards } from '../io/mergeShards'
import type { Report } from '../model/report'
import { renderError } from '../rendering/renderProblem'
import { hopeless } from './hopeless'
import { queuedLevel } from './queuedLevel'
import type { QueuedDataset } from './shardTask'

/** What a thread runs when all shards of a run are drawn; whether they are, the shards tell, not the queue. */
export default async function mergeQueuedShards({ data }: { readonly data: QueuedDataset }): Promise<Report> {
  const level = await queuedLevel(data)
  const { seed, count, out, force } = data
  const merged = await mergeShards(level, BigInt(seed), { count, out, force })
  if (E.isLeft(merged)) throw hopeless(renderError(merged.left))
  return merged.right
}
