import { either as E } from 'fp-ts'
import type { BuildFilesOptions } from '../io/buildFiles/drawJob'
import type { Drawn } from '../io/buildFiles/drawn'
import type { LoadError } from '../loader/loadLevel'
import { loadSpecModule } from '../loader/specModule'
import type { FileError } from '../model/problem'
import type { Report } from '../model/report'
import type { Seed } from '../model/seed'
import { drawFilesParallel } from './drawFilesParallel'
import type { WorkerOptions } from './withWorkers'

export interface ParallelFilesOptions extends BuildFilesOptions, WorkerOptions {}

/**
 * The files of `buildFiles`, drawn by several threads: a promise of the report, when the very same bytes are on the disk.
 *
 * `specModule` and `options.workers` are those of `buildDatasetParallel`, all other options those of `buildFiles`; an interrupted
 * call is gone on with by the same call, with as many threads as one likes. Errors come back as data.
 *
 * @example
 * const built = await buildFilesParallel('sums', 42, { out: folder, count: 250, workers: 2 })
 * console.log(built._tag === 'Right' ? renderReport(built.right) : renderError(built.left))
 */
export async function buildFilesParallel(
  specModule: string,
  seed: Seed,
  options: ParallelFilesOptions = {},
): Promise<E.Either<FileError | LoadError, Report>> {
  const loaded = await loadSpecModule(specModule)
  if (E.isLeft(loaded)) return loaded
  const { level, source } = loaded.right
  return E.map(({ report }: Drawn) => report as Report)(await drawFilesParallel(level, source, seed, options, true))
}
