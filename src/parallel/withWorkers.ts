import { availableParallelism } from 'node:os'
import type { Places } from '../io/shards/shard'
import type { LevelSource } from '../loader/loadLevel'
import { type Prepared, suppliedHere } from '../build/pipeline'
import type { Supply, Wait } from '../build/attemptSource'
import { DrawnByWorkers } from './workerAttempts'
import { DrawnWherePays } from './adaptiveAttempts'
import { WorkerPool } from './workerPool'

/** What the calls that draw on several threads are told beside what a build is told. */
export interface WorkerOptions {
  /** How many threads draw; unless told as many as there are cores, where that pays: not for a level whose rows are drawn as fast as they are settled, nor for few rows. With 1 all is done on this one. */
  readonly workers?: number
}

/** Runs something with attempts that workers make (at the units of these places, all of them unless told), and ends the workers with it, however it ends. */
export async function withWorkers<Q, A, T>(
  prepared: Prepared<Q, A>,
  source: LevelSource,
  { workers, places = { start: 0, end: prepared.plan.unitCount } }: WorkerOptions & { readonly places?: Places },
  run: (supply: Supply<Wait>) => Promise<T>,
): Promise<T> {
  const threads = workers ?? availableParallelism()
  const here = suppliedHere(prepared, undefined, places.end)
  if (threads === 1) return run(here)
  const pool = new WorkerPool(threads)
  const drawnByThem = new DrawnByWorkers(prepared, source, pool, { end: places.end })
  try {
    return await run(workers === undefined ? new DrawnWherePays(here, drawnByThem, places.end) : drawnByThem)
  } finally {
    await pool.close()
  }
}
