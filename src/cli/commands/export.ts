import { join } from 'node:path'
import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { EXPORT_FORMATS } from '../../export/exportFormats'
import { type Exported, exportFiles } from '../../io/index'
import { renderFiles } from '../../reporters/text/renderFiles'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type TypedOptions, type Watch } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { validatedRows } from '../options/defaultFolders'
import { levelNameOfFolder } from '../level/levelOfFolder'
import { inputOption, levelOptions, writeOptions } from '../options/declareOptions'
import type { LevelChoice } from '../level/chosenLevel'
import { stopwatch } from '../terminal/stopwatch'
import { command } from './command'

interface Typed extends TypedOptions, LevelChoice {
  readonly format: string
  readonly input?: string
  readonly out: string
  readonly force?: true
}

/** `genesis-datasets export`: `exportFiles`. */
export const exportCommand = (): Command =>
  writeOptions(
    inputOption(
      levelOptions(
        command('export', 'rows in the format of a training or evaluation tool', '--format messages --input datasets/validated/level0'),
        '; rows tell theirs',
      ),
      'datasets/validated/<level>',
    ).requiredOption('--format <name>', EXPORT_FORMATS.join(', ')),
    'exports',
  ).action((typed: Typed) => concludeOnFiles(typed, run => exportRows(typed, run)))

async function exportRows(typed: Typed, run: Watch): Promise<E.Either<CommandError, Outcome>> {
  const time = stopwatch()
  const reader = new ArgumentReader()
  const format = reader.oneOf('--format', typed.format, EXPORT_FORMATS, 'choose one of them')
  const out = reader.path('--out', typed.out, 'a folder', 'leave it out for exports')
  const given = reader.path('--input', typed.input, 'a folder', 'leave it out for datasets/validated/<level>')
  const read = reader.result(() => ({ format, force: typed.force === true }))
  if (E.isLeft(read)) return read
  const name = await levelNameOfFolder(typed, given)
  if (E.isLeft(name)) return name
  const [input, output] = [given ?? validatedRows(name.right), join(out, format, name.right)]
  return E.map((exported: Exported) => ({
    account: `${renderFiles(exported.files)}\n  time: ${time()}, into ${output}`,
    json: jsonText(exported),
    exitCode: EXIT.good,
  }))(await exportFiles({ input, output, ...read.right, ...run }))
}
