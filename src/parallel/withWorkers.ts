import { availableParallelism } from 'node:os'
import type { UnitRange } from '../io/shards/shard'
import type { LevelSource } from '../loader/loadLevel'
import { type PreparedBuild, suppliedHere } from '../build/pipeline'
import type { AttemptSource, Wait } from '../build/attemptSource'
import { DrawnByWorkers } from './workerAttempts'
import { DrawnWherePays } from './adaptiveAttempts'
import { WorkerPool } from './workerPool'

/** Options of calls that draw on several threads. */
export interface ThreadOptions {
  /**
   * Number of threads that draw; with 1, the calling thread draws.
   *
   * @defaultValue the number of cores, or 1 if that is faster: for few rows, or for rows that are drawn as fast as they are settled
   */
  readonly workers?: number
}

/** Calls `run` with a source of attempts that workers draw, at the units of the range, by default all. Ends the workers afterwards. */
export async function withWorkers<Q, A, T>(
  prepared: PreparedBuild<Q, A>,
  source: LevelSource,
  { workers, range = { start: 0, end: prepared.plan.unitCount } }: ThreadOptions & { readonly range?: UnitRange },
  run: (attemptSource: AttemptSource<Wait>) => Promise<T>,
): Promise<T> {
  const threads = workers ?? availableParallelism()
  const local = suppliedHere(prepared, undefined, range.end)
  if (threads === 1) return run(local)
  const pool = new WorkerPool(threads)
  const byWorkers = new DrawnByWorkers(prepared, source, pool, { end: range.end })
  try {
    return await run(workers === undefined ? new DrawnWherePays(local, byWorkers, range.end) : byWorkers)
  } finally {
    await pool.close()
  }
}
