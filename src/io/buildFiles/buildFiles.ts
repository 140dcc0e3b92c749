import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import type { Seed } from '../../model/seed'
import { nodeDisk } from '../disk/disk'
import { type BuildFilesOptions, drawJob } from './drawJob'
import type { Drawn } from './drawn'
import { drawStepsHere } from './drawSteps'
import { type Files, finish } from '../steps'

/**
 * All steps in one: the samples as generated in `<out>/raw/<level>`, the proven rows by split in
 * `<out>/validated/<level>`, a manifest in both, and the dataset card in `<out>`. Gives the report.
 *
 * The bytes are those of `generateFiles`, `verifyFiles` and `splitFiles` one after another; here each row is proven once,
 * as it is drawn. All files appear together, when they are whole; an interrupted call is gone on with by the same call; a
 * dataset of another seed, count or version is kept unless `force` is set. Errors come back as data.
 *
 * @example
 * const built = await buildFiles(level, 42, { out: folder, count: 250 })
 * console.log(built._tag === 'Right' ? renderReport(built.right) : renderError(built.left))
 */
export async function buildFiles<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options?: BuildFilesOptions): Files<Report> {
  const job = drawJob(spec, seed, options, true, nodeDisk)
  if (E.isLeft(job)) return job
  return E.map(({ report }: Drawn) => report as Report)(await finish(drawStepsHere(job.right), options ?? {}))
}
