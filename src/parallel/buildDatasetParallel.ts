import { either as E } from 'fp-ts'
import { gathered } from '../build/collectDataset'
import { waitFor } from '../io/waitFor'
import type { LoadError } from '../loader/loadLevel'
import { loadSpecModule } from '../loader/specModule'
import type { BuildOptions, Dataset } from '../model/dataset'
import { type BuildError, buildError } from '../model/problem'
import type { Seed } from '../model/seed'
import { prepare, settledUnits } from '../build/pipeline'
import { validateOptions } from '../validate/optionRules'
import { WORKER_RULES } from './parallelRules'
import { type WorkerOptions, withWorkers } from './withWorkers'

export interface ParallelOptions extends BuildOptions, WorkerOptions {}

/**
 * The dataset of `buildDataset`, drawn by several threads: a promise of the very same rows, splits and report.
 *
 * `specModule` is the path of the module that exports the level (or what makes it), as its default or as the only thing, or the
 * name of a level of ours: every thread loads it for itself. `options.workers` is the number of threads, as many as there are
 * cores unless told; rows are settled on the calling thread. Errors come back as data, all of them at once: those of
 * `buildDataset`, a level that cannot be loaded, and a unit on which workers die, with its token; it never rejects. Equal level,
 * seed, options and versions give equal bytes, whatever `workers` is.
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
  const { workers, ...ofBuild } = options ?? {}
  const threads = { ...(workers !== undefined && { workers }) }
  const problems = validateOptions(threads, WORKER_RULES)
  const prepared = prepare(level, seed, ofBuild)
  if (E.isLeft(prepared)) return E.left(buildError([...prepared.left.problems, ...problems]))
  if (problems.length > 0) return E.left(buildError(problems))
  return withWorkers(prepared.right, source, threads, async supply => {
    const dataset = gathered()
    const units = settledUnits(prepared.right, undefined, supply)
    for (;;) {
      const next = units.next()
      if (next.done === true) return E.map(dataset.whole)(next.value)
      if ('until' in next.value) await waitFor(next.value)
      else for (const placed of next.value.rows) dataset.add(placed)
    }
  })
}
