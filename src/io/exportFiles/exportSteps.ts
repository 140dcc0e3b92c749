import { either as E } from 'fp-ts'
import { exportRow } from '../../export/exportRow'
import type { FileFacts } from '../../model/manifest'
import { fileError, type Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import { rowsIn } from '../read/rowsIn'
import { invalidLine } from '../read/invalidLine'
import { SOFTWARE } from '../manifest/manifestFile'
import { stringifySelfHashed } from '../manifest/selfHashed'
import type { OpenParquet, ParquetFile } from './parquetFile'
import type { Steps } from '../steps'
import { inTransaction } from '../transaction/inTransaction'
import type { Transaction } from '../transaction/transaction'
import { EXPORT_MANIFEST, type ExportJob, overwriteProblems } from './exportJob'

/** Result of `exportFiles`: facts of the exported files, by name. */
export interface ExportResult {
  readonly files: Readonly<Record<string, FileFacts>>
}

/** Writes rows in another format, as Parquet if `openParquet` is given. An interrupted run starts again from the first row. */
export const exportSteps = (job: ExportJob, openParquet: OpenParquet | undefined): Steps<ExportResult> =>
  inTransaction(job.transaction, files => exportInto(files, job, openParquet))

function* exportInto(files: Transaction, job: ExportJob, openParquet: OpenParquet | undefined): Steps<ExportResult> {
  const blocking = overwriteProblems(job)
  if (blocking.length > 0) return E.left(fileError(blocking))
  files.open()
  const problems: Problem[] = []
  let done = 0
  for (const [index, { path }] of job.files.entries()) {
    const name = job.names[index] as string
    const writer = writerOf(files, name, job, openParquet)
    for (const sample of rowsIn(path, problems)) {
      const problem = sample.verified ? writer.write(sample) : unverified(path, sample)
      if (problem !== undefined) problems.push(problem)
      if (problems.length > 0) break
      done += 1
      yield { step: 'export', done, total: undefined }
    }
    if (problems.length > 0) return E.left(fileError(problems))
    writer.finish()
  }
  return E.right(publish(files, job))
}

function writerOf(files: Transaction, name: string, { format }: ExportJob, openParquet: OpenParquet | undefined): ParquetFile {
  if (openParquet === undefined) {
    const write = (sample: Sample): undefined => {
      files.append(name, `${JSON.stringify(exportRow(format, sample))}\n`)
    }
    return { write, finish: () => undefined }
  }
  const parquet = openParquet(bytes => files.append(name, bytes, 0))
  return {
    write: sample => {
      const problem = parquet.write(sample)
      if (problem === undefined) files.append(name, '', 1)
      return problem
    },
    finish: parquet.finish,
  }
}

function publish(files: Transaction, { format, files: sources }: ExportJob): ExportResult {
  const facts = files.finish()
  const hashes = Object.fromEntries(sources.map(({ name, sha256 }) => [name, sha256]))
  const manifest = { format, software: SOFTWARE, sources: hashes, files: facts }
  files.commit(facts, { [EXPORT_MANIFEST]: stringifySelfHashed(manifest) })
  return { files: facts }
}

const unverified = (path: string, { id }: Sample): Problem => ({
  ...invalidLine(path, 0, 'verified: true', 'verified: false', 'prove the rows first (verify), then split them'),
  path: `${path} ${id}`,
})
