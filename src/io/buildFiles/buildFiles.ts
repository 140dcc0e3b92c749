import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import type { Seed } from '../../model/seed'
import { nodeDisk } from '../disk/disk'
import { type BuildFilesOptions, drawJob } from './drawJob'
import type { DrawResult } from './drawResult'
import { drawStepsOnThisThread } from './drawSteps'
import { type FileResult, runSteps } from '../steps'

/**
 * Runs all steps of a build and returns the report. It writes the generated samples to `<out>/raw/<level>`, the proven rows
 * by split to `<out>/validated/<level>`, a manifest to both, and the dataset card to `<out>`.
 *
 * The bytes equal the output of `generateFiles`, `verifyFiles` and `splitFiles` in sequence, but each row is proven only once, as
 * it is drawn. All files appear together, when they are complete. If a call is interrupted, the same call resumes it. A dataset of
 * another seed, count or version is kept unless `force` is set. Errors are returned as data.
 *
 * @example
 * const built = await buildFiles(level, 42, { out: folder, count: 250 })
 * console.log(built._tag === 'Right' ? renderReport(built.right) : renderError(built.left))
 */
export async function buildFiles<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options?: BuildFilesOptions): FileResult<Report> {
  const job = drawJob(spec, seed, options, true, nodeDisk)
  if (E.isLeft(job)) return job
  return E.map(({ report }: DrawResult) => report as Report)(await runSteps(drawStepsOnThisThread(job.right), options ?? {}))
}
