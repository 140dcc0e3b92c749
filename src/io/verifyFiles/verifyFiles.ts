import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Verified } from '../../model/verified'
import { nodeDisk } from '../disk/disk'
import { type Files, finish } from '../steps'
import { verifyJob, type VerifyFilesOptions } from './verifyJob'
import { verifySteps } from './verifySteps'

/**
 * Proves every row of a file, or of a folder's `*.jsonl` files, whoever wrote it: from its text alone, and where it has a
 * token, by drawing it again with all its laws. What holds is written to `<output>/.verified.jsonl` with `verified: true`,
 * what does not to `<output>/.rejected.jsonl`, with file, line, all problems, and for a row of ours that breaks a law the
 * shrunk counterexample; no loader takes either for data. Gives counts, the first problems and notes.
 *
 * A bad line never keeps the others from being read. Files appear when they are whole; an interrupted call is gone on with
 * by the same call. Errors come back as data. Equal level, inputs and versions give equal bytes.
 *
 * @example
 * await generateFiles(level, 42, { out: folder, count: 250 })
 * const verified = await verifyFiles(level, { input: `${folder}/raw/${level.name}`, output: `${folder}/validated/${level.name}` })
 * if (verified._tag === 'Right') console.log(verified.right.verified, verified.right.rejected)
 */
export async function verifyFiles<Q, A>(spec: LevelSpec<Q, A>, options: VerifyFilesOptions): Files<Verified> {
  const job = verifyJob(spec, options, nodeDisk)
  return E.isLeft(job) ? job : finish(verifySteps(job.right), options)
}
