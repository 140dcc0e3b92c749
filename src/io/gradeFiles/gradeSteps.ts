import { either as E } from 'fp-ts'
import { gradeDataset } from '../../grade/gradeDataset'
import type { Graded, GradeReport } from '../../model/grade'
import type { LevelSpec } from '../../model/levelSpec'
import { fileError, type Problem } from '../../model/problem'
import { knownProblems } from '../../validate/knownProblems'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import { rowFilesIn } from '../read/rowFiles'
import { rowsIn } from '../read/rowsIn'
import { pathRule, RUN_RULES } from '../fileOptions'
import { splitFile } from '../layout'
import { ofAnotherLevel } from '../read/levelMismatch'
import { badLine } from '../read/badLine'
import { unreadable } from '../disk/cannotRead'
import type { RunOptions } from '../runOptions'
import type { Steps } from '../steps'
import { readPredictions } from './predictions'

export interface GradeFilesOptions extends RunOptions {
  /** The folder of the splits: rows of `test` and `adversarial` are graded. */
  readonly input: string
  /** A file of JSON lines: `{ "id": "level0_000017", "output": "…" }`. */
  readonly predictions: string
}

/** The grades of a file of predictions. */
export interface GradedFiles extends GradeReport {
  /** Rows without a prediction: each is wrong. */
  readonly missing: number
  /** Lines that are no predictions, and predictions for no row of `test` or `adversarial`: at most 20. */
  readonly problems: readonly Problem[]
}

const RULES: Readonly<Record<keyof GradeFilesOptions, OptionRule>> = {
  input: pathRule('the folder of the splits', 'name it, such as datasets/validated/level0'),
  predictions: pathRule('a file of predictions', 'it has a line of JSON for each output'),
  ...RUN_RULES,
}

const GRADED = [splitFile('test'), splitFile('adversarial')]
const MOST_PROBLEMS = 20

/** Reads rows and predictions, and grades all of them. */
export function* gradeSteps<Q, A>(spec: LevelSpec<Q, A>, options: GradeFilesOptions): Steps<GradedFiles> {
  const wrong = [...knownProblems(spec), ...validateOptions(options, RULES)]
  if (wrong.length > 0) return E.left(fileError(wrong))
  const files = rowFilesIn(options.input, GRADED)
  const predictions = readPredictions(options.predictions)
  const failures = [files, predictions].flatMap(read => (E.isLeft(read) ? read.left.problems : []))
  failures.push(...ofAnotherLevel(spec, options.input))
  if (E.isLeft(files) || E.isLeft(predictions) || failures.length > 0) return E.left(fileError(failures))
  if (files.right.length === 0) return E.left(fileError([noRows(options.input)]))
  const { byId } = predictions.right
  const unread: Problem[] = []
  const graded: Graded[] = []
  const asked = new Set<string>()
  for (const { path } of files.right) {
    for (const sample of rowsIn(path, unread)) {
      asked.add(sample.id)
      graded.push({ sample, output: byId.get(sample.id)?.output ?? '' })
      yield { step: 'grade', done: graded.length, total: undefined }
    }
  }
  if (unread.length > 0) return E.left(fileError(unread))
  const missing = graded.filter(({ sample }) => !byId.has(sample.id)).length
  const strays = [...byId].filter(([id]) => !asked.has(id)).map(([id, { line }]) => stray(options.predictions, id, line))
  const problems = [...predictions.right.problems, ...strays].slice(0, MOST_PROBLEMS)
  return E.right({ ...gradeDataset(spec, graded), missing, problems })
}

const stray = (path: string, id: string, line: number): Problem =>
  badLine(
    path,
    line,
    'the id of a row of test or adversarial',
    JSON.stringify(id),
    'it was left out: only rows that no training saw are graded',
  )

const noRows = (path: string): Problem =>
  unreadable(path, `a folder with ${GRADED.join(' and ')}`, 'none of these', 'split the proven rows first (split)')
