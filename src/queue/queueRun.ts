import { setTimeout } from 'node:timers/promises'
import type { FlowProducer, Job, Worker } from 'bullmq'
import { either as E } from 'fp-ts'
import { mergeShards } from '../io/shards/mergeShards'
import type { FileRunOptions } from '../io/runOptions'
import { removeShardWork } from '../io/shards/removeShardWork'
import type { FileResult } from '../io/steps'
import type { Level } from '../loader/loadLevel'
import { type FileError, fileError, type Problem } from '../model/problem'
import type { Report } from '../model/report'
import { withTimeout } from './withTimeout'
import { mergeQueue, SHARD_QUEUE, workFolder } from './queueNames'
import type { Redis } from './redis'
import type { QueuedDataset } from './shardTask'

/** Interval at which Redis is asked for the state of the run, in milliseconds. */
const POLL_INTERVAL_MS = 500
/** Maximum number of attempts to draw a shard: an error, such as a full disk, may be temporary. */
const MAX_ATTEMPTS = 3
/** Lock duration of the merge, in milliseconds: the lock can be renewed between rows, but not during the dataset checks. */
const MERGE_LOCK_MS = 300_000

type Merged = E.Either<FileError, Report>

/** Run of a dataset on a queue: queues the shards, waits for them, merges them, and cleans up. */
export class QueueRun {
  private readonly flows: FlowProducer
  private readonly merger: Worker
  private job: Job | undefined
  private merged: Merged | undefined

  constructor(
    private readonly redis: Redis,
    private readonly level: Level,
    private readonly dataset: QueuedDataset,
    private readonly options: FileRunOptions,
  ) {
    const { bull, connection } = redis
    this.flows = new bull.FlowProducer({ connection })
    this.merger = new bull.Worker(mergeQueue(dataset.run), () => this.merge(), { connection, lockDuration: MERGE_LOCK_MS })
    // Ignored: the library restores a lost connection.
    this.flows.on('error', () => undefined)
    this.merger.on('error', () => undefined)
  }

  /** Runs until the dataset is merged, a shard has failed, or the signal is aborted. */
  async run(): FileResult<Report> {
    const { signal } = this.options
    const end = this.pollUntilDone()
    const stopped = new Promise<Merged>(resolve => {
      const stop = (): void => resolve(E.left(fileError([interrupted(this.dataset)])))
      if (signal?.aborted === true) stop()
      signal?.addEventListener('abort', stop, { once: true })
    })
    try {
      return await Promise.race([end, stopped])
    } finally {
      end.catch(() => undefined)
      await this.cleanUp()
    }
  }

  private async pollUntilDone(): Promise<Merged> {
    this.job = await this.enqueue()
    for (;;) {
      const end = await this.poll(this.job)
      if (end !== undefined) return end
      await setTimeout(POLL_INTERVAL_MS)
    }
  }

  /** Queues all shards as children of the merge: it waits for them, and fails if one fails. */
  private async enqueue(): Promise<Job> {
    const { shards, run } = this.dataset
    const flow = await this.flows.add({
      name: 'merge',
      queueName: mergeQueue(run),
      data: this.dataset,
      children: Array.from({ length: shards }, (_, index) => ({
        name: `shard ${index + 1} of ${shards}`,
        queueName: SHARD_QUEUE,
        data: { ...this.dataset, number: index + 1 },
        opts: { failParentOnFailure: true, attempts: MAX_ATTEMPTS, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true },
      })),
    })
    return flow.job
  }

  /** Returns the result of the run, or undefined while it continues; queues the run again if Redis has lost it. */
  private async poll(job: Job): Promise<Merged | undefined> {
    if (this.merged !== undefined) return this.merged
    const state = await job.getState()
    if (state === 'failed') return E.left(fileError([await this.findFailure(job)]))
    if (state === 'unknown') this.job = await this.enqueue()
    else if (state === 'waiting-children') await this.reportProgress(job)
    return undefined
  }

  private async reportProgress(job: Job): Promise<void> {
    const { count, shards } = this.dataset
    const { processed = 0 } = await job.getDependenciesCount({ processed: true })
    this.options.onProgress?.({ step: 'generate', done: Math.floor((count * processed) / shards), total: count })
  }

  /** Merges the shards; `mergeShards` checks that all exist. It waits while another run of the same dataset holds the lock. */
  private async merge(): Promise<void> {
    const { seed, count, out, force, run, level } = this.dataset
    for (;;) {
      const merged = await mergeShards(this.level, BigInt(seed), { ...this.options, count, out, force })
      if (E.isLeft(merged) && merged.left.problems.some(({ _tag }) => _tag === 'Locked') && this.options.signal?.aborted !== true) {
        await setTimeout(POLL_INTERVAL_MS)
        continue
      }
      if (E.isRight(merged)) removeShardWork(out, level, workFolder(run))
      this.merged = merged
      return
    }
  }

  /** Returns the problem of the shard that failed on every attempt. */
  private async findFailure(job: Job): Promise<Problem> {
    const { bull, connection } = this.redis
    const shards = new bull.Queue(SHARD_QUEUE, { connection })
    shards.on('error', () => undefined)
    try {
      const failed = (await shards.getFailed()).find(({ data, parent }) => parent?.id === job.id && data.run === this.dataset.run)
      return shardFailed(failed?.name ?? `a shard of ${this.dataset.shards}`, failed?.failedReason ?? 'no reason')
    } finally {
      await withTimeout(shards.close())
    }
  }

  /** Removes the run's remaining jobs, so that no worker draws for it. Each step has a timeout, because Redis may be unreachable. */
  private async cleanUp(): Promise<void> {
    const { bull, connection } = this.redis
    // The merger is closed first: the removal of the shards makes the merge ready, and it would run.
    await withTimeout(this.merger.close(true))
    const queue = new bull.Queue(mergeQueue(this.dataset.run), { connection })
    queue.on('error', () => undefined)
    await withTimeout(this.job?.removeUnprocessedChildren())
    // Safe, because the queue of the merge belongs to this run alone.
    await withTimeout(queue.obliterate({ force: true }))
    await Promise.all([withTimeout(queue.disconnect()), withTimeout(this.flows.disconnect()), withTimeout(this.merger.disconnect())])
  }
}

const shardFailed = (path: string, received: string): Problem => ({
  _tag: 'ShardFailed',
  path,
  expected: 'every shard to be drawn',
  received: received.replace(/\.$/, ''),
  hint: 'correct this error and run again: existing shards are not drawn again',
})

const interrupted = ({ shards }: QueuedDataset): Problem => ({
  _tag: 'Interrupted',
  path: 'run',
  expected: 'a run that completes',
  received: `a request to stop before all ${shards} shards were merged`,
  hint: 'the same command resumes the run: existing shards are not drawn again',
})
