import type { LevelSpec } from '../../model/levelSpec'
import { type GradedFiles, type GradeFilesOptions, gradeSteps } from './gradeSteps'
import { type Files, finish } from '../steps'

/**
 * The grades of a file of predictions, joined by id to the rows of `test` and `adversarial`: what `gradeDataset` gives,
 * with how many rows have no prediction (each is wrong) and the problems of lines that could not be used.
 *
 * A bad line never keeps the others from being graded. What cannot be read at all is an error, as data. Equal files give
 * equal reports.
 *
 * @example
 * await buildFiles(level, 42, { out: folder, count: 250 })
 * writeFileSync(`${folder}/predictions.jsonl`, '{"id":"sums_000001","output":"cannot determine"}')
 * const graded = await gradeFiles(level, { input: `${folder}/validated/${level.name}`, predictions: `${folder}/predictions.jsonl` })
 * if (graded._tag === 'Right') console.log(renderGrade(graded.right))
 */
export const gradeFiles = <Q, A>(spec: LevelSpec<Q, A>, options: GradeFilesOptions): Files<GradedFiles> =>
  finish(gradeSteps(spec, options), options)
