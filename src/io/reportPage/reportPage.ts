import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { loadChartLibrary } from '../../reporters/page/charts/chartLibrary'
import { nodeDisk } from '../disk/disk'
import { pageJob, type ReportPageOptions } from './pageJob'
import { pageSteps, type PageResult } from './pageSteps'
import { type FileResult, runSteps } from '../steps'

/**
 * Writes the report of a dataset on the disk as one self-contained HTML page. The page has the checks, the figures with charts,
 * and up to 10,000 rows to filter and search. A larger dataset is sampled evenly, traps with their twins. The default path for
 * `datasets/validated/sums` is `datasets/reports/sums.html`.
 *
 * The page appears when it is complete, and replaces a previous page. Any other file is kept unless `force` is set. Charts need
 * the optional packages `@observablehq/plot` and `linkedom`; without them the page has only tables, and says so. Returns the
 * same errors as `reportFiles`, as data.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * const page = await reportPage(level, { input: `${folder}/validated/${level.name}` })
 * if (page._tag === 'Right') console.log(page.right.path, page.right.rows)
 */
export async function reportPage<Q, A>(spec: LevelSpec<Q, A>, options: ReportPageOptions): FileResult<PageResult> {
  const job = pageJob(spec, options, nodeDisk)
  return E.isLeft(job) ? job : runSteps(pageSteps(job.right, await loadChartLibrary()), options)
}
