import { either as E } from 'fp-ts'
import type { Placed } from '../../model/dataset'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Report } from '../../model/report'
import type { ChartLibrary } from '../../reporters/page/charts/chartLibrary'
import type { PageInput } from '../../reporters/page/pageInput'
import { renderPage } from '../../reporters/page/renderPage'
import { EvenSample } from '../../utils/statistics/evenSample'
import { drawOf } from '../../stages/draw/drawOf'
import { MANIFEST, SPLIT_FILES } from '../layout'
import { readManifest, SOFTWARE } from '../manifest/manifestFile'
import { placedRows } from '../reportFiles/placedRows'
import { reportSteps } from '../reportFiles/reportSteps'
import { rowFilesIn } from '../read/rowFiles'
import type { Steps } from '../steps'
import { WrongLabels } from '../wrongLabels'
import type { PageJob } from './pageJob'
import { mayWritePage, writePage } from './writePage'

/** A page that was written. */
export interface WrittenPage {
  readonly path: string
  readonly bytes: number
  /** How many rows can be looked at on it. */
  readonly rows: number
  readonly report: Report
}

/** More make a page too big to be sent around: of rows like those of level 0, these are less than 2 MB. */
const MOST_ROWS = 10_000

const BATCH = 64

/** Counts what a dataset holds, reads the rows for its page, and writes that. */
export function* pageSteps<Q, A>(job: PageJob<Q, A>, library: ChartLibrary | undefined): Steps<WrittenPage> {
  const { spec, input, path, force, disk } = job
  const kept = mayWritePage(path, force)
  if (kept.length > 0) return E.left(fileError(kept))
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

function* rowsForPage(input: string, total: number): Steps<readonly Placed[]> {
  const files = rowFilesIn(input, SPLIT_FILES)
  if (E.isLeft(files)) return files
  const problems: Problem[] = []
  const sample = new EvenSample(MOST_ROWS, drawOf)
  let done = 0
  for (const placed of placedRows(files.right, problems)) {
    sample.add(placed)
    done += 1
    if (done % BATCH === 0) yield { step: 'page', done, total }
  }
  return problems.length > 0 ? E.left(fileError(problems)) : E.right(sample.items())
}

function pageInput<Q, A>(spec: LevelSpec<Q, A>, input: string, report: Report, rows: readonly Placed[]): E.Either<FileError, PageInput> {
  const wrongLabels = new WrongLabels()
  for (const placed of rows) wrongLabels.add(placed)
  const wrong = wrongLabels.report(spec)
  if (E.isLeft(wrong)) return wrong
  const { software: madeWith = SOFTWARE, verifiedBy = spec.verifiedBy } = readManifest(input, MANIFEST) ?? {}
  return E.right({
    report,
    mutation: wrong.right.mutation,
    mutatedRows: wrong.right.rows,
    rows,
    software: SOFTWARE,
    madeWith,
    verifiedBy,
  })
}
