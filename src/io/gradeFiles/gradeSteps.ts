import { either as E } from 'fp-ts'
import { gradeDataset } from '../../grade/gradeDataset'
import type { ModelOutput, GradeReport } from '../../model/grade'
import type { LevelSpec } from '../../model/levelSpec'
import { fileError, type Problem } from '../../model/problem'
import { cachedSpecProblems } from '../../validate/cachedSpecProblems'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import { findUnchangedRowFiles } from '../read/rowFiles'
import { rowsIn } from '../read/rowsIn'
import { pathRule, RUN_RULES } from '../fileOptions'
import { splitFile } from '../layout'
import { levelMismatch } from '../read/levelMismatch'
import { invalidLine } from '../read/invalidLine'
import { unreadable } from '../disk/cannotRead'
import type { FileRunOptions } from '../runOptions'
import type { Steps } from '../steps'
import { readPredictions } from './predictions'

/** Rows to grade and the file with a model's outputs for them. */
export interface GradeFilesOptions extends FileRunOptions {
  /** Folder of the splits; the rows of `test` and `adversarial` are graded. */
  readonly input: string
  /** File of JSON lines: `{ "id": "level0_000017", "output": "…" }`. */
  readonly predictions: string
}

/** Result of `gradeFiles`: the report, and the problems of the file of predictions. */
export interface GradeFilesResult extends GradeReport {
  /** Number of rows without a prediction; each counts as wrong. */
  readonly missing: number
  /** Problems of lines that are not predictions, or whose id is not a row of `test` or `adversarial`; at most 20. */
  readonly problems: readonly Problem[]
}

const RULES: Readonly<Record<keyof GradeFilesOptions, OptionRule>> = {
  input: pathRule('the folder of the splits', 'name it, such as datasets/validated/level0'),
  predictions: pathRule('a file of predictions', 'one line of JSON for each prediction'),
  ...RUN_RULES,
}

const GRADED_FILES = [splitFile('test'), splitFile('adversarial')]
const MAX_PROBLEMS = 20

/** Reads rows and predictions, and grades each row. */
export function* gradeSteps<Q, A>(spec: LevelSpec<Q, A>, options: GradeFilesOptions): Steps<GradeFilesResult> {
  const invalid = [...cachedSpecProblems(spec), ...validateOptions(options, RULES)]
  if (invalid.length > 0) return E.left(fileError(invalid))
  const files = findUnchangedRowFiles(options.input, GRADED_FILES)
  const predictions = readPredictions(options.predictions)
  const failures = [files, predictions].flatMap(read => (E.isLeft(read) ? read.left.problems : []))
  failures.push(...levelMismatch(spec, options.input))
  if (E.isLeft(files) || E.isLeft(predictions) || failures.length > 0) return E.left(fileError(failures))
  if (files.right.length === 0) return E.left(fileError([noRows(options.input)]))
  const { byId } = predictions.right
  const rowProblems: Problem[] = []
  const graded: ModelOutput[] = []
  const gradedIds = new Set<string>()
  for (const { path } of files.right) {
    for (const sample of rowsIn(path, rowProblems)) {
      gradedIds.add(sample.id)
      graded.push({ sample, output: byId.get(sample.id)?.output ?? '' })
      yield { step: 'grade', done: graded.length, total: undefined }
    }
  }
  if (rowProblems.length > 0) return E.left(fileError(rowProblems))
  const missing = graded.filter(({ sample }) => !byId.has(sample.id)).length
  const unknownIds = [...byId].filter(([id]) => !gradedIds.has(id)).map(([id, { line }]) => unknownId(options.predictions, id, line))
  const problems = [...predictions.right.problems, ...unknownIds].slice(0, MAX_PROBLEMS)
  return E.right({ ...gradeDataset(spec, graded), missing, problems })
}

const unknownId = (path: string, id: string, line: number): Problem =>
  invalidLine(
    path,
    line,
    'the id of a row of test or adversarial',
    JSON.stringify(id),
    'the line was ignored: only rows outside of the training splits are graded',
  )

const noRows = (path: string): Problem =>
  unreadable(path, `a folder with ${GRADED_FILES.join(' and ')}`, 'none of these', 'split the proven rows first (split)')
