import { setTimeout } from 'node:timers/promises'
import type { FlowProducer, Job, Worker } from 'bullmq'
import { either as E } from 'fp-ts'
import { mergeShards } from '../io/shards/mergeShards'
import type { RunOptions } from '../io/runOptions'
import { removeShardWork } from '../io/shards/removeShardWork'
import type { Files } from '../io/steps'
import type { Level } from '../loader/loadLevel'
import { type FileError, fileError, type Problem } from '../model/problem'
import type { Report } from '../model/report'
import { bounded } from './withTimeout'
import { mergeQueue, SHARD_QUEUE, workFolder } from './queueNames'
import type { Redis } from './redis'
import type { QueuedDataset } from './shardTask'

/** How often Redis is asked how far the run is, in milliseconds. */
const LOOKS_EVERY = 500
/** A shard that cannot be drawn is tried so often: a disk may have room again. */
const TRIES = 3
/** How long the merge may be silent: it gives way to its lock between rows, not between the laws of the whole. */
const PATIENCE = 300_000

type Merged = E.Either<FileError, Report>

/** One run, from the queueing of its shards to its end. */
export class QueueRun {
  private readonly flows: FlowProducer
  private readonly merger: Worker
  private job: Job | undefined
  private merged: Merged | undefined

  constructor(
    private readonly redis: Redis,
    private readonly level: Level,
    private readonly dataset: QueuedDataset,
    private readonly options: RunOptions,
  ) {
    const { bull, connection } = redis
    this.flows = new bull.FlowProducer({ connection })
    this.merger = new bull.Worker(mergeQueue(dataset.run), () => this.merge(), { connection, lockDuration: PATIENCE })
    // A connection that is lost is taken up again.
    this.flows.on('error', () => undefined)
    this.merger.on('error', () => undefined)
  }

  async toItsEnd(): Files<Report> {
    const { signal } = this.options
    const end = this.watched()
    const stopped = new Promise<Merged>(resolve => {
      const stop = (): void => resolve(E.left(fileError([interrupted(this.dataset)])))
      if (signal?.aborted === true) stop()
      signal?.addEventListener('abort', stop, { once: true })
    })
    try {
      return await Promise.race([end, stopped])
    } finally {
      end.catch(() => undefined)
      await this.leave()
    }
  }

  private async watched(): Promise<Merged> {
    this.job = await this.queued()
    for (;;) {
      const end = await this.look(this.job)
      if (end !== undefined) return end
      await setTimeout(LOOKS_EVERY)
    }
  }

  /** All shards as children of the merge, which waits for them, and fails with them. */
  private async queued(): Promise<Job> {
    const { shards, run } = this.dataset
    const flow = await this.flows.add({
      name: 'merge',
      queueName: mergeQueue(run),
      data: this.dataset,
      children: Array.from({ length: shards }, (_, index) => ({
        name: `shard ${index + 1} of ${shards}`,
        queueName: SHARD_QUEUE,
        data: { ...this.dataset, number: index + 1 },
        opts: { failParentOnFailure: true, attempts: TRIES, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true },
      })),
    })
    return flow.job
  }

  /** How far it is; undefined while it goes on. */
  private async look(job: Job): Promise<Merged | undefined> {
    if (this.merged !== undefined) return this.merged
    const state = await job.getState()
    if (state === 'failed') return E.left(fileError([await this.failure(job)]))
    if (state === 'unknown') this.job = await this.queued()
    else if (state === 'waiting-children') await this.tell(job)
    return undefined
  }

  private async tell(job: Job): Promise<void> {
    const { count, shards } = this.dataset
    const { processed = 0 } = await job.getDependenciesCount({ processed: true })
    this.options.onProgress?.({ step: 'generate', done: Math.floor((count * processed) / shards), total: count })
  }

  /** All shards are drawn; whether they are there, they tell, not the queue. Another run of the same dataset may be at it. */
  private async merge(): Promise<void> {
    const { seed, count, out, force, run, level } = this.dataset
    for (;;) {
      const merged = await mergeShards(this.level, BigInt(seed), { ...this.options, count, out, force })
      if (E.isLeft(merged) && merged.left.problems.some(({ _tag }) => _tag === 'Locked') && this.options.signal?.aborted !== true) {
        await setTimeout(LOOKS_EVERY)
        continue
      }
      if (E.isRight(merged)) removeShardWork(out, level, workFolder(run))
      this.merged = merged
      return
    }
  }

  /** Of a shard that failed for good. */
  private async failure(job: Job): Promise<Problem> {
    const { bull, connection } = this.redis
    const shards = new bull.Queue(SHARD_QUEUE, { connection })
    shards.on('error', () => undefined)
    try {
      const failed = (await shards.getFailed()).find(({ data, parent }) => parent?.id === job.id && data.run === this.dataset.run)
      return shardFailed(failed?.name ?? `a shard of ${this.dataset.shards}`, failed?.failedReason ?? 'no reason')
    } finally {
      await bounded(shards.close())
    }
  }

  /** Takes what is still queued off the queue, for a run that has ended keeps no worker busy; where Redis is gone, it is not waited for. */
  private async leave(): Promise<void> {
    const { bull, connection } = this.redis
    // First, or it would take the merge that the removal of its shards makes ready.
    await bounded(this.merger.close(true))
    const queue = new bull.Queue(mergeQueue(this.dataset.run), { connection })
    queue.on('error', () => undefined)
    await bounded(this.job?.removeUnprocessedChildren())
    // The queue of the merge is this run's alone.
    await bounded(queue.obliterate({ force: true }))
    await Promise.all([bounded(queue.disconnect()), bounded(this.flows.disconnect()), bounded(this.merger.disconnect())])
  }
}

const shardFailed = (path: string, received: string): Problem => ({
  _tag: 'ShardFailed',
  path,
  expected: 'every shard to be drawn',
  received: received.replace(/\.$/, ''),
  hint: 'mend what it tells, and run again: shards that are there are not drawn twice',
})

const interrupted = ({ shards }: QueuedDataset): Problem => ({
  _tag: 'Interrupted',
  path: 'run',
  expected: 'to go on to the end',
  received: `a request to stop before all ${shards} shards were merged`,
  hint: 'the same command goes on: shards that are there are not drawn twice',
})
