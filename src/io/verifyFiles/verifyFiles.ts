import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { VerifyResult } from '../../model/verifyResult'
import { nodeDisk } from '../disk/disk'
import { type FileResult, runSteps } from '../steps'
import { verifyJob, type VerifyFilesOptions } from './verifyJob'
import { verifySteps } from './verifySteps'

/**
 * Proves every row of a file, or of a folder's `*.jsonl` files, regardless of its author. It proves each row from its text alone
 * and, if the row has a token, draws it again and checks all its laws. Returns counts, the first problems, and notes.
 *
 * Proven rows are written to `<output>/.verified.jsonl` with `verified: true`. All other lines are written to
 * `<output>/.rejected.jsonl` with file, line and all problems, and with the shrunk counterexample if the level's own draw
 * violates a law. The names begin with a dot, so that no loader reads them as data.
 *
 * An invalid line does not stop the run. The files appear when they are complete. If a call is interrupted, the same call
 * resumes it. Errors are returned as data. Equal level, inputs and versions give equal bytes.
 *
 * @example
 * await generateFiles(level, 42, { out: folder, count: 250 })
 * const verified = await verifyFiles(level, { input: `${folder}/raw/${level.name}`, output: `${folder}/validated/${level.name}` })
 * if (verified._tag === 'Right') console.log(verified.right.verified, verified.right.rejected)
 */
export async function verifyFiles<Q, A>(spec: LevelSpec<Q, A>, options: VerifyFilesOptions): FileResult<VerifyResult> {
  const job = verifyJob(spec, options, nodeDisk)
  return E.isLeft(job) ? job : runSteps(verifySteps(job.right), options)
}
