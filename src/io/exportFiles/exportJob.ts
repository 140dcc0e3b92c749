import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../export/exportFormats'
import { type FileError, fileError, type Problem } from '../../model/problem'
import { type OptionRule, oneOf, validateOptions } from '../../validate/optionRules'
import { type RowFile, rowFilesIn } from '../read/rowFiles'
import type { Disk } from '../disk/disk'
import { factsOfFile } from '../manifest/fileFacts'
import { forceRule, pathRule, RUN_RULES } from '../fileOptions'
import { MANIFEST } from '../layout'
import { SOFTWARE } from '../manifest/manifestFile'
import { alreadyThere } from '../manifest/overwriteCheck'
import { CHECKPOINT_EVERY, type RunOptions } from '../runOptions'
import { readSelfHashed } from '../manifest/selfHashed'
import type { TransactionOptions } from '../transaction/transaction'

export interface ExportFilesOptions extends RunOptions {
  /** A folder of `*.jsonl` files, such as the splits of a level, or one file. */
  readonly input: string
  /** The folder for the exported files. */
  readonly output: string
  readonly format: ExportFormat
  /** Whether an export of other rows is replaced; it is kept unless told. */
  readonly force?: boolean
}

/** How exported files came about; lies beside them as `.export.json`. */
export const EXPORT_MANIFEST = '.export.json'

const ExportManifestCodec = t.type({
  format: t.string,
  sources: t.record(t.string, t.string),
  files: t.record(t.string, t.type({ sha256: t.string })),
})

/** A request to export rows, found good. */
export interface ExportJob {
  readonly format: ExportFormat
  readonly files: readonly RowFile[]
  /** The name of each exported file, in the order of the files. */
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

/** What is to be exported, or all that is wrong with the request. */
export function exportJob(options: ExportFilesOptions, disk: Disk): E.Either<FileError, ExportJob> {
  const { input, output, format } = options
  const wrong = [...missing(options), ...validateOptions(options, RULES)]
  if (wrong.length > 0) return E.left(fileError(wrong))
  const files = rowFilesIn(input)
  if (E.isLeft(files)) return files
  const ending = format === 'parquet' ? 'parquet' : 'jsonl'
  const names = files.right.map(({ name }) => `${name.replace(/\.jsonl$/, '')}.${ending}`)
  const request = JSON.stringify(['export', format, files.right.map(({ sha256 }) => sha256), SOFTWARE])
  const transaction = { disk, root: output, request, paths: names, checkpointEvery: CHECKPOINT_EVERY }
  return E.right({ format, files: files.right, names, force: options.force === true, transaction })
}

/** Options that have no default. */
const missing = (options: ExportFilesOptions): readonly Problem[] =>
  (['input', 'output', 'format'] as const)
    .filter(name => options?.[name] === undefined)
    .map(name => ({ _tag: 'InvalidOption', path: `options.${name}`, ...RULES[name], received: 'undefined' }))

/** Why exported files must not be written where they are wanted. */
export function mayExport({ format, files, names, force, transaction: { root } }: ExportJob): readonly Problem[] {
  if (existsSync(join(root, MANIFEST)) || files.some(({ path }) => resolve(dirname(path)) === resolve(root))) return [amongData(root)]
  const there = names.filter(name => existsSync(join(root, name)))
  const [first] = there
  if (first === undefined || force) return []
  const made = ExportManifestCodec.decode(readSelfHashed(join(root, EXPORT_MANIFEST)))
  if (E.isLeft(made)) return [alreadyThere(join(root, first), `${format} of these rows`, 'files without a sound manifest of their export')]
  const same = made.right.format === format && files.every(({ name, sha256 }) => made.right.sources[name] === sha256)
  if (!same) return [alreadyThere(join(root, first), `${format} of these rows`, `${made.right.format} of other rows`)]
  const changed = there.find(name => made.right.files[name]?.sha256 !== factsOfFile(join(root, name)).sha256)
  return changed === undefined ? [] : [alreadyThere(join(root, changed), 'the file that was made', 'one that was changed since')]
}

const amongData = (root: string): Problem => ({
  _tag: 'InvalidOption',
  path: 'options.output',
  expected: 'a folder of its own',
  received: `${root}, where rows lie`,
  hint: 'name another folder: an export never stands among the data',
})
