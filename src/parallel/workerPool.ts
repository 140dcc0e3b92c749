import { Piscina } from 'piscina'
import type { UnitRecord } from '../build/unitRecord'
import type { DrawTask } from './drawTask'
import { LevelRefused } from './levelMismatch'

/** Threads that draw; none is started before there is something to draw. */
export class WorkerPool {
  private pool: Piscina<DrawTask, ArrayBuffer> | undefined
  private readonly decoder = new TextDecoder()

  constructor(readonly workers: number) {}

  /** The records of a task's units; rejects where the worker dies, and where it has not the level that is meant (`LevelRefused`). */
  draw = async (task: DrawTask): Promise<readonly UnitRecord[]> => {
    this.pool ??= this.start()
    const answer = JSON.parse(this.decoder.decode(await this.pool.run(task))) as readonly UnitRecord[] | string
    if (typeof answer === 'string') throw new LevelRefused(answer)
    return answer
  }

  /** Ends all threads, whatever they are at. */
  async close(): Promise<void> {
    await this.pool?.destroy()
  }

  private start(): Piscina<DrawTask, ArrayBuffer> {
    const pool: Piscina<DrawTask, ArrayBuffer> = new Piscina({
      filename: new URL('./worker.js', import.meta.url).href,
      minThreads: this.workers,
      maxThreads: this.workers,
      // A worker finds its next task there when it has done one, however long this thread is busy.
      concurrentTasksPerWorker: 2,
      recordTiming: false,
    })
    // Of a thread that has no task, or whose task nobody waits for any more; all others are told by their tasks.
    pool.on('error', () => undefined)
    return pool
  }
}
