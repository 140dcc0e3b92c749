import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import { type ReportFilesOptions, reportSteps } from './reportSteps'
import { type FileResult, runSteps } from '../steps'

/**
 * Computes the figures and the dataset checks of a dataset on the disk, from its rows alone.
 *
 * Files that differ from their manifest, and lines that are not rows, are errors, returned as data. Equal files give equal
 * reports.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * const report = await reportFiles(level, { input: `${folder}/validated/${level.name}` })
 * if (report._tag === 'Right') console.log(renderReport(report.right))
 */
export const reportFiles = <Q, A>(spec: LevelSpec<Q, A>, options: ReportFilesOptions): FileResult<Report> =>
  runSteps(reportSteps(spec, options), options)
