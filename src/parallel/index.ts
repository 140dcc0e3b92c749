export type { LoadError } from '../load/loadLevel'
export { buildDatasetParallel, type ParallelOptions } from './buildDatasetParallel'
export type { WorkerOptions } from './withWorkers'
