import { either as E } from 'fp-ts'
import { nodeDisk } from '../disk/disk'
import { exportJob, type ExportFilesOptions } from './exportJob'
import { type Exported, exportSteps } from './exportSteps'
import { loadParquet } from './parquetFile'
import { type Files, finish } from '../steps'

/**
 * Writes the rows of a folder's `*.jsonl` files in the format of a training or evaluation stack (`exportRow`), a file for
 * each: `<output>/train.jsonl`, or `.parquet`. Gives rows, bytes and sha256 of each.
 *
 * Rows that are not verified, lines that are no rows, and files that are not what their manifest says are errors, as data;
 * so is `parquet` where `hyparquet-writer` is not installed. Files appear together, when they are whole; an export of other
 * rows is kept unless `force` is set. Equal rows and versions give equal bytes.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * const exported = await exportFiles({ input: `${folder}/validated/${level.name}`, output: `${folder}/exports`, format: 'messages' })
 * if (exported._tag === 'Right') console.log(Object.keys(exported.right.files))
 */
export async function exportFiles(options: ExportFilesOptions): Files<Exported> {
  const job = exportJob(options, nodeDisk)
  if (E.isLeft(job)) return job
  if (options.format !== 'parquet') return finish(exportSteps(job.right, undefined), options)
  const parquet = await loadParquet()
  return E.isLeft(parquet) ? parquet : finish(exportSteps(job.right, parquet.right), options)
}
