import { either as E } from 'fp-ts'
import { collectDataset } from '../build/collectDataset'
import { waitFor } from '../io/waitFor'
import type { LoadError } from '../loader/loadLevel'
import { loadSpecModule } from '../loader/specModule'
import type { BuildOptions, Dataset } from '../model/dataset'
import { type BuildError, buildError } from '../model/problem'
import type { Seed } from '../model/seed'
import { prepare, settledUnits } from '../build/pipeline'
import { validateOptions } from '../validate/optionRules'
import { WORKER_RULES } from './parallelRules'
import { type ThreadOptions, withWorkers } from './withWorkers'

/** Options of `buildDatasetParallel`. */
export interface ParallelOptions extends BuildOptions, ThreadOptions {}

/**
 * Draws the dataset of `buildDataset` on several threads; resolves to the same rows, splits and report.
 *
 * `specModule` is the name of a built-in level, or the path of a module. The default or only export of the module is the level, or
 * a function that makes it. Every thread loads it. `options.workers` is the number of threads; the calling thread settles the rows.
 *
 * Errors are returned as data, all together, and the promise never rejects. They include the errors of `buildDataset`, a level that
 * cannot be loaded, and a unit on which workers die, with its token. Equal level, seed, options and versions give equal bytes, regardless of
 * `workers`.
 *
 * @example
 * const dataset = await buildDatasetParallel('sums', 42, { count: 250, workers: 2 })
 * if (dataset._tag === 'Right') console.log(dataset.right.samples.length)
 */
export async function buildDatasetParallel(
  specModule: string,
  seed: Seed,
  options: ParallelOptions = {},
): Promise<E.Either<BuildError | LoadError, Dataset>> {
  const loaded = await loadSpecModule(specModule)
  if (E.isLeft(loaded)) return loaded
  const { level, source } = loaded.right
  const { workers, ...buildOptions } = options ?? {}
  const threads = { ...(workers !== undefined && { workers }) }
  const problems = validateOptions(threads, WORKER_RULES)
  const prepared = prepare(level, seed, buildOptions)
  if (E.isLeft(prepared)) return E.left(buildError([...prepared.left.problems, ...problems]))
  if (problems.length > 0) return E.left(buildError(problems))
  return withWorkers(prepared.right, source, threads, async attemptSource => {
    const dataset = collectDataset()
    const units = settledUnits(prepared.right, undefined, attemptSource)
    for (;;) {
      const next = units.next()
      if (next.done === true) return E.map(dataset.finish)(next.value)
      if ('until' in next.value) await waitFor(next.value)
      else for (const placed of next.value.rows) dataset.add(placed)
    }
  })
}
