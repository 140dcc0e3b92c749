import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import { nodeDisk } from '../disk/disk'
import { splitJob, type SplitFilesOptions } from './splitJob'
import { splitSteps } from './splitSteps'
import { type Files, finish } from '../steps'

/**
 * Writes the rows that `verifyFiles` has proven as `train.jsonl`, `val.jsonl`, `test.jsonl` and `adversarial.jsonl` beside
 * them, with a manifest, and the dataset card of all levels in the folder above. Gives the report.
 *
 * Rows of one drawn dataset stand where its plan has placed them. Others (or with other `shares`) are dealt: rows of one
 * canonical form and a trap with its twin (which only their tokens tell) on one side, stratified by topic, type and difficulty, a fifth of the traps held
 * out. Files appear together, when they are whole; a dataset of another seed, count, version or shares is kept unless
 * `force` is set. Errors come back as data. Equal rows, options and versions give equal bytes.
 *
 * @example
 * await generateFiles(level, 42, { out: folder, count: 250 })
 * const output = `${folder}/validated/${level.name}`
 * await verifyFiles(level, { input: `${folder}/raw/${level.name}`, output })
 * const split = await splitFiles(level, { input: output })
 * if (split._tag === 'Right') console.log(renderReport(split.right))
 */
export async function splitFiles<Q, A>(spec: LevelSpec<Q, A>, options: SplitFilesOptions): Files<Report> {
  const job = splitJob(spec, options, nodeDisk)
  return E.isLeft(job) ? job : finish(splitSteps(job.right), options)
}
