import { availableParallelism } from 'node:os'
import type { Places } from '../io/shards/shard'
import type { LevelSource } from '../load/loadLevel'
import { type Prepared, suppliedHere } from '../pipeline'
import type { Supply, Wait } from '../stages/dedupe/supply'
import { DrawnByWorkers } from './drawnByWorkers'
import { WorkerPool } from './workerPool'

/** What the calls that draw on several threads are told beside what a build is told. */
export interface WorkerOptions {
  /** How many threads draw; unless told as many as there are cores, but no more than are worth their start. With 1 all is done on this one. */
  readonly workers?: number
}

/** What so many units take to draw is worth the start of a thread. */
const UNITS_OF_A_WORKER = 1_000

/** Runs something with attempts that workers make (at the units of these places, all of them unless told), and ends the workers with it, however it ends. */
export async function withWorkers<Q, A, T>(
  prepared: Prepared<Q, A>,
  source: LevelSource,
  { workers, places = { start: 0, end: prepared.plan.unitCount } }: WorkerOptions & { readonly places?: Places },
  run: (supply: Supply<Wait>) => Promise<T>,
): Promise<T> {
  const threads = workers ?? usefulWorkers(places)
  if (threads <= 1) return run(suppliedHere(prepared, undefined, places.end))
  const pool = new WorkerPool(threads)
  try {
    return await run(new DrawnByWorkers(prepared, source, pool, { end: places.end }))
  } finally {
    await pool.close()
  }
}

const usefulWorkers = ({ start, end }: Places): number => Math.min(availableParallelism(), Math.ceil((end - start) / UNITS_OF_A_WORKER))
