import { Piscina } from 'piscina'
import type { UnitRecord } from '../build/unitRecord'
import type { DrawTask } from './drawTask'
import { LevelMismatch } from './levelMismatch'

/** Pool of worker threads. It starts them with the first task. */
export class WorkerPool {
  private pool: Piscina<DrawTask, ArrayBuffer> | undefined
  private readonly decoder = new TextDecoder()

  constructor(readonly workers: number) {}

  /** Draws the records of a task's units. Rejects if the worker dies, or with `LevelMismatch` if it has another level. */
  draw = async (task: DrawTask): Promise<readonly UnitRecord[]> => {
    this.pool ??= this.start()
    const answer = JSON.parse(this.decoder.decode(await this.pool.run(task))) as readonly UnitRecord[] | string
    if (typeof answer === 'string') throw new LevelMismatch(answer)
    return answer
  }

  /** Ends all threads, even in the middle of a task. */
  async close(): Promise<void> {
    await this.pool?.destroy()
  }

  private start(): Piscina<DrawTask, ArrayBuffer> {
    const pool: Piscina<DrawTask, ArrayBuffer> = new Piscina({
      filename: new URL('./worker.js', import.meta.url).href,
      minThreads: this.workers,
      maxThreads: this.workers,
      // With a second task queued, a worker continues even while this thread is busy.
      concurrentTasksPerWorker: 2,
      recordTiming: false,
    })
    // Ignored: these are errors of threads without a task, or whose task is no longer awaited. Other errors reject their task.
    pool.on('error', () => undefined)
    return pool
  }
}
