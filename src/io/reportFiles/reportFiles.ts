import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import { type ReportFilesOptions, reportSteps } from './reportSteps'
import { type Files, finish } from '../steps'

/**
 * The figures of a dataset on the disk, and the laws of the whole, counted from its rows alone.
 *
 * Files that are not what their manifest says, and lines that are no rows, are errors, as data. Equal files give equal
 * reports.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * const report = await reportFiles(level, { input: `${folder}/validated/${level.name}` })
 * if (report._tag === 'Right') console.log(renderReport(report.right))
 */
export const reportFiles = <Q, A>(spec: LevelSpec<Q, A>, options: ReportFilesOptions): Files<Report> =>
  finish(reportSteps(spec, options), options)
