import { dirname, join, resolve } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { cachedSpecProblems } from '../../validate/cachedSpecProblems'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import type { Disk } from '../disk/disk'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { pageFile, locateData } from '../layout'
import type { FileRunOptions } from '../runOptions'

/** Rows to show on the HTML page and where to write it. */
export interface ReportPageOptions extends FileRunOptions {
  /** Folder of the splits. */
  readonly input: string
  /** File to write. @defaultValue `reports/<level>.html` in the dataset folder, which also holds the card */
  readonly html?: string
  /** True to replace a file that is not a report page of this package. @defaultValue false */
  readonly force?: boolean
}

/** Validated request for a report page. */
export interface PageJob<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly input: string
  readonly path: string
  readonly force: boolean
  readonly disk: Disk
}

const RULES: Readonly<Record<keyof ReportPageOptions, OptionRule>> = {
  input: pathRule('the folder of the splits', 'name it, such as datasets/validated/level0'),
  html: pathRule('a file', 'default: reports/<level>.html'),
  force: forceRule,
  ...RUN_RULES,
}

/** Validates a request for a report page; returns the job, or all problems of the request. */
export function pageJob<Q, A>(spec: LevelSpec<Q, A>, options: ReportPageOptions, disk: Disk): E.Either<FileError, PageJob<Q, A>> {
  const problems = [...cachedSpecProblems(spec), ...missing(options), ...validateOptions(options, RULES)]
  if (problems.length > 0) return E.left(fileError(problems))
  const { input, html, force = false } = options
  const path = html ?? join(locateData(input).root, pageFile(spec.name))
  return resolve(dirname(path)) === resolve(input) ? E.left(fileError([amongData(path)])) : E.right({ spec, input, path, force, disk })
}

/** Returns a problem if `input` is missing: it has no default. */
const missing = (options: ReportPageOptions): readonly Problem[] =>
  options?.input === undefined ? [{ _tag: 'InvalidOption', path: 'options.input', ...RULES.input, received: 'undefined' }] : []

const amongData = (path: string): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.html',
  expected: 'a file outside of the folder of the splits',
  received: path,
  hint: 'name another folder: the page must not be among the data files',
})
