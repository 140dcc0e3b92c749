import type { LevelSpec } from '../../model/levelSpec'
import { type GradeFilesResult, type GradeFilesOptions, gradeSteps } from './gradeSteps'
import { type FileResult, runSteps } from '../steps'

/**
 * Grades a file of predictions, joined by id to the rows of `test` and `adversarial`. Returns the report of `gradeDataset`,
 * the number of rows without a prediction (each is wrong), and the problems of lines that could not be used.
 *
 * An invalid line does not prevent grading the other lines. A file that cannot be read is an error, returned as data. Equal
 * files give equal reports.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * writeFileSync(`${folder}/predictions.jsonl`, '{"id":"sums_000001","output":"cannot determine"}')
 * const graded = await gradeFiles(level, { input: `${folder}/validated/${level.name}`, predictions: `${folder}/predictions.jsonl` })
 * if (graded._tag === 'Right') console.log(renderGrade(graded.right))
 */
export const gradeFiles = <Q, A>(spec: LevelSpec<Q, A>, options: GradeFilesOptions): FileResult<GradeFilesResult> =>
  runSteps(gradeSteps(spec, options), options)
