import { dirname, join, resolve } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { knownProblems } from '../../validate/knownProblems'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import type { Disk } from '../disk/disk'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { pageFile, placeOf } from '../layout'
import type { RunOptions } from '../runOptions'

export interface ReportPageOptions extends RunOptions {
  /** The folder of the splits. */
  readonly input: string
  /** The file to write; unless told, `reports/<level>.html` in the dataset folder that holds the splits (and the card). */
  readonly html?: string
  /** Whether a file is replaced that is no page of ours; it is kept unless told. */
  readonly force?: boolean
}

/** A request for a page, found good. */
export interface PageJob<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly input: string
  readonly path: string
  readonly force: boolean
  readonly disk: Disk
}

const RULES: Readonly<Record<keyof ReportPageOptions, OptionRule>> = {
  input: pathRule('the folder of the splits', 'name it, such as datasets/validated/level0'),
  html: pathRule('a file', 'leave it out for reports/<level>.html'),
  force: forceRule,
  ...RUN_RULES,
}

/** What page is wanted, or all that is wrong with the request. */
export function pageJob<Q, A>(spec: LevelSpec<Q, A>, options: ReportPageOptions, disk: Disk): E.Either<FileError, PageJob<Q, A>> {
  const wrong = [...knownProblems(spec), ...missing(options), ...validateOptions(options, RULES)]
  if (wrong.length > 0) return E.left(fileError(wrong))
  const { input, html, force = false } = options
  const path = html ?? join(placeOf(input).root, pageFile(spec.name))
  return resolve(dirname(path)) === resolve(input) ? E.left(fileError([amongData(path)])) : E.right({ spec, input, path, force, disk })
}

/** There is no default for where the rows lie. */
const missing = (options: ReportPageOptions): readonly Problem[] =>
  options?.input === undefined ? [{ _tag: 'InvalidOption', path: 'options.input', ...RULES.input, received: 'undefined' }] : []

const amongData = (path: string): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.html',
  expected: 'a file outside of the folder of the splits',
  received: path,
  hint: 'name another folder: a page never stands among the data',
})
