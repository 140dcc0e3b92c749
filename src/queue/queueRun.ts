import { setTimeout } from 'node:timers/promises'
import type { FlowProducer, Job, Worker } from 'bullmq'
import { either as E } from 'fp-ts'
import type { RunOptions } from '../io/runOptions'
import { removeShardWork } from '../io/shards/removeShardWork'
import type { Files } from '../io/steps'
import { type FileError, fileError, type Problem } from '../model/problem'
import type { Report } from '../model/report'
import { mergeQueue, SHARD_QUEUE, workFolder } from './queueNames'
import type { Redis } from './redis'
import type { QueuedDataset } from './shardTask'

/** How often Redis is asked how far the run is, in milliseconds. */
const LOOKS_EVERY = 500
/** A shard that cannot be drawn is tried so often: a disk may have room again. */
const TRIES = 3

/** One run, from the queueing of its shards to its end. */
export class QueueRun {
  private readonly flows: FlowProducer
  private readonly merger: Worker
  private job: Job | undefined

  constructor(
    private readonly redis: Redis,
    private readonly dataset: QueuedDataset,
    private readonly options: RunOptions,
  ) {
    const { bull, connection } = redis
    this.flows = new bull.FlowProducer({ connection })
    this.merger = new bull.Worker(mergeQueue(dataset.run), new URL('./mergeProcessor.js', import.meta.url), {
      connection,
      useWorkerThreads: true,
    })
    // A connection that is lost is taken up again.
    this.flows.on('error', () => undefined)
    this.merger.on('error', () => undefined)
  }

  async toItsEnd(): Files<Report> {
    try {
      this.job = await this.queued()
      for (;;) {
        const end = await this.look(this.job)
        if (end !== undefined) return end
        await setTimeout(LOOKS_EVERY, undefined, { signal: this.options.signal }).catch(() => undefined)
        if (this.options.signal?.aborted === true) return E.left(fileError([interrupted(this.dataset)]))
      }
    } finally {
      await this.leave()
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
  private async look(job: Job): Promise<E.Either<FileError, Report> | undefined> {
    const state = await job.getState()
    if (state === 'completed') {
      removeShardWork(this.dataset.out, this.dataset.level, workFolder(this.dataset.run))
      return E.right(await this.reportOf(job))
    }
    if (state === 'failed') return E.left(fileError([await this.failure(job)]))
    if (state === 'unknown') this.job = await this.queued()
    else await this.tell(job)
    return undefined
  }

  private async tell(job: Job): Promise<void> {
    const { count, shards } = this.dataset
    const { processed = 0 } = await job.getDependenciesCount({ processed: true })
    this.options.onProgress?.({ step: 'generate', done: Math.floor((count * processed) / shards), total: count })
  }

  private async reportOf(job: Job): Promise<Report> {
    const { bull } = this.redis
    const read = await bull.Job.fromId(this.merger, job.id as string)
    return read?.returnvalue as Report
  }

  /** Of a shard that failed for good, or of the merge. */
  private async failure(job: Job): Promise<Problem> {
    const { bull, connection } = this.redis
    const shards = new bull.Queue(SHARD_QUEUE, { connection })
    shards.on('error', () => undefined)
    try {
      const failed = (await shards.getFailed()).find(({ data, parent }) => parent?.id === job.id && data.run === this.dataset.run)
      const merge = await bull.Job.fromId(this.merger, job.id as string)
      return shardFailed(failed?.name ?? 'merge', failed?.failedReason ?? merge?.failedReason ?? 'no reason')
    } finally {
      await shards.close()
    }
  }

  /** The queue of the merge is this run's alone. */
  private async forget(): Promise<void> {
    const { bull, connection } = this.redis
    const queue = new bull.Queue(mergeQueue(this.dataset.run), { connection })
    queue.on('error', () => undefined)
    await queue.obliterate({ force: true })
    await queue.close()
  }

  /** Takes what is still queued off the queue: a run that has ended keeps no worker busy. */
  private async leave(): Promise<void> {
    const { signal } = this.options
    const isOver = signal?.aborted === true
    await Promise.race([this.job?.removeUnprocessedChildren().catch(() => undefined), setTimeout(LOOKS_EVERY)])
    await this.merger.close(isOver)
    await Promise.race([this.forget().catch(() => undefined), setTimeout(LOOKS_EVERY)])
    await this.flows.close()
  }
}

const shardFailed = (path: string, received: string): Problem => ({
  _tag: 'ShardFailed',
  path,
  expected: 'every shard to be drawn, and all to be merged',
  received,
  hint: 'mend what it tells, and run again: shards that are there are not drawn twice',
})

const interrupted = ({ shards }: QueuedDataset): Problem => ({
  _tag: 'Interrupted',
  path: 'run',
  expected: 'to go on to the end',
  received: `a request to stop before all ${shards} shards were merged`,
  hint: 'the same command goes on: shards that are there are not drawn twice',
})
