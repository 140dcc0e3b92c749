import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../export/exportFormats'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { type OptionRule, oneOf, validateOptions } from '../../validate/optionRules'
import { type RowFile, findUnchangedRowFiles } from '../read/rowFiles'
import type { Disk } from '../disk/disk'
import { factsOfFile } from '../manifest/fileFacts'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { MANIFEST } from '../layout'
import { SOFTWARE } from '../manifest/manifestFile'
import { alreadyExists } from '../manifest/checkOverwrite'
import { DEFAULT_CHECKPOINT_EVERY, type FileRunOptions } from '../runOptions'
import { readSelfHashed } from '../manifest/selfHashed'
import type { TransactionOptions } from '../transaction/transaction'

/** Rows to export, the target format and where to write it. */
export interface ExportFilesOptions extends FileRunOptions {
  /** Folder of `*.jsonl` files, such as the splits of a level, or one file. */
  readonly input: string
  /** Folder for the exported files. */
  readonly output: string
  /** Format of the exported rows. */
  readonly format: ExportFormat
  /** True to replace an export of other rows. @defaultValue false */
  readonly force?: boolean
}

/** File name of the manifest of an export, beside the exported files. */
export const EXPORT_MANIFEST = '.export.json'

const ExportManifestCodec = t.type({
  format: t.string,
  sources: t.record(t.string, t.string),
  files: t.record(t.string, t.type({ sha256: t.string })),
})

/** Validated request to export rows. */
export interface ExportJob {
  readonly format: ExportFormat
  readonly files: readonly RowFile[]
  /** Names of the exported files, in the order of `files`. */
  readonly names: readonly string[]
  readonly force: boolean
  readonly transaction: TransactionOptions
}

const RULES: Readonly<Record<keyof ExportFilesOptions, OptionRule>> = {
  input: pathRule('a folder of rows', 'name it, such as datasets/validated/level0'),
  output: pathRule('a folder', 'name the folder for the exported files'),
  format: oneOf(EXPORT_FORMATS, 'choose one of them'),
  force: forceRule,
  ...RUN_RULES,
}

/** Validates a request to export rows; returns the job, or all problems of the request. */
export function exportJob(options: ExportFilesOptions, disk: Disk): E.Either<FileError, ExportJob> {
  const { input, output, format } = options
  const problems = [...missing(options), ...validateOptions(options, RULES)]
  if (problems.length > 0) return E.left(fileError(problems))
  const files = findUnchangedRowFiles(input)
  if (E.isLeft(files)) return files
  const ending = format === 'parquet' ? 'parquet' : 'jsonl'
  const names = files.right.map(({ name }) => `${name.replace(/\.jsonl$/, '')}.${ending}`)
  const request = JSON.stringify(['export', format, files.right.map(({ sha256 }) => sha256), SOFTWARE])
  const transaction = { disk, root: output, request, paths: names, checkpointEvery: DEFAULT_CHECKPOINT_EVERY }
  return E.right({ format, files: files.right, names, force: options.force === true, transaction })
}

/** Returns a problem for each missing option that has no default. */
const missing = (options: ExportFilesOptions): readonly Problem[] =>
  (['input', 'output', 'format'] as const)
    .filter(name => options?.[name] === undefined)
    .map(name => ({ _tag: 'InvalidOption', path: `options.${name}`, ...RULES[name], received: 'undefined' }))

/** Returns the problem that forbids writing to the output folder: it holds data rows, another export, or changed files. */
export function overwriteProblems({ format, files, names, force, transaction: { root } }: ExportJob): readonly Problem[] {
  if (existsSync(join(root, MANIFEST)) || files.some(({ path }) => resolve(dirname(path)) === resolve(root))) return [amongData(root)]
  const existing = names.filter(name => existsSync(join(root, name)))
  const [first] = existing
  if (first === undefined || force) return []
  const manifest = ExportManifestCodec.decode(readSelfHashed(join(root, EXPORT_MANIFEST)))
  if (E.isLeft(manifest)) return [alreadyExists(join(root, first), `${format} of these rows`, 'files without a valid export manifest')]
  const same = manifest.right.format === format && files.every(({ name, sha256 }) => manifest.right.sources[name] === sha256)
  if (!same) return [alreadyExists(join(root, first), `${format} of these rows`, `${manifest.right.format} of other rows`)]
  const changed = existing.find(name => manifest.right.files[name]?.sha256 !== factsOfFile(join(root, name)).sha256)
  return changed === undefined ? [] : [alreadyExists(join(root, changed), 'the file as written', 'a modified file')]
}

const amongData = (root: string): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.output',
  expected: 'a folder without data rows',
  received: `${root}, which contains data rows`,
  hint: 'name another folder: an export must not be among the data files',
})
