import { availableParallelism } from 'node:os'
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

/** Runs something with attempts that workers make, and ends the workers with it, however it ends. */
export async function withWorkers<Q, A, T>(
  prepared: Prepared<Q, A>,
  source: LevelSource,
  { workers = usefulWorkers(prepared) }: WorkerOptions,
  run: (supply: Supply<Wait>) => Promise<T>,
): Promise<T> {
  if (workers === 1) return run(suppliedHere(prepared))
  const pool = new WorkerPool(workers)
  try {
    return await run(new DrawnByWorkers(prepared, source, pool))
  } finally {
    await pool.close()
  }
}

const usefulWorkers = <Q, A>({ plan }: Prepared<Q, A>): number =>
  Math.min(availableParallelism(), Math.ceil(plan.unitCount / UNITS_OF_A_WORKER))
