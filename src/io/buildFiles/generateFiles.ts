import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest } from '../../model/manifest'
import type { Seed } from '../../model/seed'
import { nodeDisk } from '../disk/disk'
import { drawJob, type GenerateFilesOptions } from './drawJob'
import { drawStepsOnThisThread } from './drawSteps'
import { type FileResult, runSteps } from '../steps'

/**
 * Draws a dataset into `<out>/raw/<level>/samples.jsonl`, with the same laws and settling as a build. Each row has
 * `verified: false`; `verifyFiles` sets the flag. Returns the manifest, which is written beside it as `.manifest.json`.
 *
 * The file appears when it is complete. If a call is interrupted (by the signal, a kill or a full disk), the same call resumes
 * it. A dataset of another seed, count or version is kept unless `force` is set. Errors are returned as data. Equal level, seed,
 * options and versions give equal bytes.
 *
 * @example
 * const generated = await generateFiles(level, 42, { out: folder, count: 250 })
 * if (generated._tag === 'Left') console.log(renderError(generated.left))
 */
export async function generateFiles<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options?: GenerateFilesOptions): FileResult<Manifest> {
  const job = drawJob(spec, seed, options, false, nodeDisk)
  if (E.isLeft(job)) return job
  return E.map(({ manifest }: { readonly manifest: Manifest }) => manifest)(await runSteps(drawStepsOnThisThread(job.right), options ?? {}))
}
