import { either as E } from 'fp-ts'
import { nodeDisk } from '../disk/disk'
import { exportJob, type ExportFilesOptions } from './exportJob'
import { type ExportResult, exportSteps } from './exportSteps'
import { loadParquet } from './parquetFile'
import { type FileResult, runSteps } from '../steps'

/**
 * Writes the rows of a folder's `*.jsonl` files in the format of a training or evaluation library (`exportRow`). Each file
 * becomes one file, such as `<output>/train.jsonl` or `train.parquet`. Returns the rows, bytes and sha256 of each.
 *
 * Rows that are not verified, lines that are not rows, and files that differ from their manifest are errors, returned as data.
 * The format `parquet` is an error if `hyparquet-writer` is not installed. The files appear together, when they are complete. An
 * export of other rows is kept unless `force` is set. Equal rows and versions give equal bytes.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * const exported = await exportFiles({ input: `${folder}/validated/${level.name}`, output: `${folder}/exports`, format: 'messages' })
 * if (exported._tag === 'Right') console.log(Object.keys(exported.right.files))
 */
export async function exportFiles(options: ExportFilesOptions): FileResult<ExportResult> {
  const job = exportJob(options, nodeDisk)
  if (E.isLeft(job)) return job
  if (options.format !== 'parquet') return runSteps(exportSteps(job.right, undefined), options)
  const parquet = await loadParquet()
  return E.isLeft(parquet) ? parquet : runSteps(exportSteps(job.right, parquet.right), options)
}
