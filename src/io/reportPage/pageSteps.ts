import { either as E } from 'fp-ts'
import type { SplitSample } from '../../model/dataset'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Report } from '../../model/report'
import type { ChartLibrary } from '../../reporters/page/charts/chartLibrary'
import type { PageInput } from '../../reporters/page/pageInput'
import { renderPage } from '../../reporters/page/renderPage'
import { EvenSample } from '../../utils/statistics/evenSample'
import { drawKey } from '../../stages/draw/drawKey'
import { MANIFEST, SPLIT_FILES } from '../layout'
import { readManifest, SOFTWARE } from '../manifest/manifestFile'
import { readSplitRows } from '../reportFiles/readSplitRows'
import { reportSteps } from '../reportFiles/reportSteps'
import { findUnchangedRowFiles } from '../read/rowFiles'
import type { Steps } from '../steps'
import { WrongLabels } from '../wrongLabels'
import type { PageJob } from './pageJob'
import { overwriteProblems, writePage } from './writePage'

/** Result of `reportPage`: the page that was written. */
export interface PageResult {
  readonly path: string
  readonly bytes: number
  /** Number of rows that the page contains. */
  readonly rows: number
  readonly report: Report
}

/** Maximum number of rows on a page, to keep it small enough to share: of level 0, they take less than 2 MB. */
const MAX_ROWS = 10_000

const BATCH = 64

/** Computes the report of a dataset, samples rows for its page, and writes the page. */
export function* pageSteps<Q, A>(job: PageJob<Q, A>, library: ChartLibrary | undefined): Steps<PageResult> {
  const { spec, input, path, force, disk } = job
  const problems = overwriteProblems(path, force)
  if (problems.length > 0) return E.left(fileError(problems))
  const report = yield* reportSteps(spec, { input })
  if (E.isLeft(report)) return report
  const rows = yield* rowsForPage(input, report.right.count)
  if (E.isLeft(rows)) return rows
  const page = pageInput(spec, input, report.right, rows.right)
  if (E.isLeft(page)) return page
  const text = renderPage(page.right, library)
  yield { step: 'page', done: report.right.count, total: report.right.count }
  return E.map(() => ({ path, bytes: Buffer.byteLength(text), rows: rows.right.length, report: report.right }))(
    writePage(disk, path, text, force),
  )
}

function* rowsForPage(input: string, total: number): Steps<readonly SplitSample[]> {
  const files = findUnchangedRowFiles(input, SPLIT_FILES)
  if (E.isLeft(files)) return files
  const problems: Problem[] = []
  const sample = new EvenSample(MAX_ROWS, drawKey)
  let done = 0
  for (const row of readSplitRows(files.right, problems)) {
    sample.add(row)
    done += 1
    if (done % BATCH === 0) yield { step: 'page', done, total }
  }
  return problems.length > 0 ? E.left(fileError(problems)) : E.right(sample.items())
}

function pageInput<Q, A>(
  spec: LevelSpec<Q, A>,
  input: string,
  report: Report,
  rows: readonly SplitSample[],
): E.Either<FileError, PageInput> {
  const wrongLabels = new WrongLabels()
  for (const row of rows) wrongLabels.add(row)
  const labelReport = wrongLabels.report(spec)
  if (E.isLeft(labelReport)) return labelReport
  const { software: madeWith = SOFTWARE, verifiedBy = spec.verifiedBy } = readManifest(input, MANIFEST) ?? {}
  return E.right({
    report,
    mutation: labelReport.right.mutation,
    mutatedRows: labelReport.right.rows,
    rows,
    software: SOFTWARE,
    madeWith,
    verifiedBy,
  })
}
