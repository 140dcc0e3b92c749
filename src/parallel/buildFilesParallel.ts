import { either as E } from 'fp-ts'
import type { BuildFilesOptions } from '../io/buildFiles/drawJob'
import type { DrawResult } from '../io/buildFiles/drawResult'
import type { LoadError } from '../loader/loadLevel'
import { loadSpecModule } from '../loader/specModule'
import type { FileError } from '../model/problem'
import type { Report } from '../model/report'
import type { Seed } from '../model/seed'
import { drawFilesParallel } from './drawFilesParallel'
import type { ThreadOptions } from './withWorkers'

/** Options of `buildFilesParallel`. */
export interface ParallelFilesOptions extends BuildFilesOptions, ThreadOptions {}

/**
 * Writes the files of `buildFiles`, with the same bytes, and draws on several threads. Resolves to the report.
 *
 * `specModule` and `options.workers` are as in `buildDatasetParallel`, all other options as in `buildFiles`. If a call is
 * interrupted, the same call resumes it, with any number of threads. Errors are returned as data.
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
  return E.map(({ report }: DrawResult) => report as Report)(await drawFilesParallel(level, source, seed, options, true))
}
