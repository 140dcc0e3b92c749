import { join } from 'node:path'
import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { EXPORT_FORMATS } from '../../export/exportFormats'
import { type ExportResult, exportFiles } from '../../io/index'
import { renderFileList } from '../../reporters/text/renderFileList'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RawOptions, type RunHooks } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { validatedRows } from '../options/defaultFolders'
import { levelNameOfFolder } from '../level/levelOfFolder'
import { inputOption, levelOptions, READ_FROM_ROWS, writeOptions } from '../options/declareOptions'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

interface RawArguments extends RawOptions {
  readonly format: string
  readonly input?: string
  readonly out: string
  readonly force?: true
}

/** Declares the command `genesis-datasets export`: parses its arguments, calls `exportFiles`, and prints the result. */
export const exportCommand = (): Command =>
  writeOptions(
    inputOption(
      levelOptions(
        command(
          'export',
          'write rows in the format of a training or evaluation tool',
          '--format messages --input datasets/validated/level0',
        ),
        READ_FROM_ROWS,
      ),
      'datasets/validated/<level>',
    ).requiredOption('--format <name>', `(required) output format: ${EXPORT_FORMATS.join(', ')}`),
    'exports',
  ).action((raw: RawArguments) => executeFileCommand(raw, hooks => exportRows(raw, hooks)))

async function exportRows(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const format = reader.oneOf('--format', raw.format, EXPORT_FORMATS, 'choose one of these formats')
  const out = reader.path('--out', raw.out, 'a folder', 'default: exports')
  const given = reader.path('--input', raw.input, 'a folder', 'default: datasets/validated/<level>')
  const read = reader.result(() => ({ format, force: raw.force === true }))
  if (E.isLeft(read)) return read
  const name = await levelNameOfFolder(raw, given)
  if (E.isLeft(name)) return name
  const [input, output] = [given ?? validatedRows(name.right), join(out, format, name.right)]
  return E.map((exported: ExportResult) => ({
    summary: `${renderFileList(exported.files)}\n  time: ${time()}, into ${output}`,
    json: jsonText(exported),
    exitCode: EXIT.success,
  }))(await exportFiles({ input, output, ...read.right, ...hooks }))
}
