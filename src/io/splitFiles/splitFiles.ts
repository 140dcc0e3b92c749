import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import { nodeDisk } from '../disk/disk'
import { splitJob, type SplitFilesOptions } from './splitJob'
import { splitSteps } from './splitSteps'
import { type FileResult, runSteps } from '../steps'

/**
 * Writes the rows that `verifyFiles` has proven as `train.jsonl`, `val.jsonl`, `test.jsonl` and `adversarial.jsonl` beside
 * them, with a manifest. Writes the dataset card of all levels to the dataset folder. Returns the report.
 *
 * Rows of one generated dataset go to the splits of its plan. Other rows, or rows with other `shares`, are assigned to splits,
 * stratified by topic, type and difficulty. Rows of one canonical form stay on one side (`test` and `adversarial` are one side),
 * and so do a trap and its twin. A fifth of the traps is held out as `adversarial`; the twin of a held-out trap is in `test`. A
 * trap's twin is recognised only by its token.
 *
 * The files appear together, when they are complete. A dataset of another seed, count, version or shares is kept unless `force`
 * is set. Errors are returned as data. Equal rows, options and versions give equal bytes.
 *
 * @example
 * await generateFiles(level, 42, { out: folder, count: 250 })
 * const output = `${folder}/validated/${level.name}`
 * await verifyFiles(level, { input: `${folder}/raw/${level.name}`, output })
 * const split = await splitFiles(level, { input: output })
 * if (split._tag === 'Right') console.log(renderReport(split.right))
 */
export async function splitFiles<Q, A>(spec: LevelSpec<Q, A>, options: SplitFilesOptions): FileResult<Report> {
  const job = splitJob(spec, options, nodeDisk)
  return E.isLeft(job) ? job : runSteps(splitSteps(job.right), options)
}
