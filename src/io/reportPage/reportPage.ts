import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { loadChartLibrary } from '../../reporters/page/charts/chartLibrary'
import { nodeDisk } from '../disk/disk'
import { pageJob, type ReportPageOptions } from './pageJob'
import { pageSteps, type WrittenPage } from './pageSteps'
import { type Files, finish } from '../steps'

/**
 * The report of a dataset on the disk as one page of HTML that needs nothing else: checks, figures with charts, and up to
 * 10,000 of the rows (an even sample of more, traps with their twins) to filter and to search. It is written to `html`, or
 * to `reports/<level>.html` in the dataset folder: `datasets/reports/sums.html` for `datasets/validated/sums`.
 *
 * The page appears whole or not at all, and takes the place of an earlier one; any other file is kept unless `force` is
 * set. Charts need the optional packages `@observablehq/plot` and `linkedom`; without them the page has tables alone, and
 * says so. What `reportFiles` finds wrong is an error here too, as data.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * const page = await reportPage(level, { input: `${folder}/validated/${level.name}` })
 * if (page._tag === 'Right') console.log(page.right.path, page.right.rows)
 */
export async function reportPage<Q, A>(spec: LevelSpec<Q, A>, options: ReportPageOptions): Files<WrittenPage> {
  const job = pageJob(spec, options, nodeDisk)
  return E.isLeft(job) ? job : finish(pageSteps(job.right, await loadChartLibrary()), options)
}
