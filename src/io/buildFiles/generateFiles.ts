import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Manifest } from '../../model/manifest'
import type { Seed } from '../../model/seed'
import { nodeDisk } from '../disk/disk'
import { drawJob, type DrawOptions } from './drawJob'
import { drawStepsHere } from './drawSteps'
import { type Files, finish } from '../steps'

/**
 * Draws a dataset into `<out>/raw/<level>/samples.jsonl`, settled and checked as in a build, each row `verified: false`:
 * `verifyFiles` sets the flag. Gives the manifest, which lies beside it as `.manifest.json`.
 *
 * The file appears when it is whole. An interrupted call (the signal, a kill, a full disk) is gone on with by the same
 * call; a dataset of another seed, count or version is kept unless `force` is set. Errors come back as data. Equal level,
 * seed, options and versions give equal bytes.
 *
 * @example
 * const generated = await generateFiles(level, 42, { out: folder, count: 250 })
 * if (generated._tag === 'Left') console.log(renderError(generated.left))
 */
export async function generateFiles<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options?: DrawOptions): Files<Manifest> {
  const job = drawJob(spec, seed, options, false, nodeDisk)
  if (E.isLeft(job)) return job
  return E.map(({ manifest }: { readonly manifest: Manifest }) => manifest)(await finish(drawStepsHere(job.right), options ?? {}))
}
