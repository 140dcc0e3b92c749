import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { reportFiles } from '../../io/index'
import type { Report } from '../../model/report'
import { renderReport } from '../../rendering/renderReport'
import { ArgumentReader } from '../argumentReader'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type TypedOptions, type Watch } from '../conclude'
import { exitCodeOfReport } from '../exitCode'
import { jsonText } from '../jsonText'
import { validatedRows } from '../levelFolders'
import { levelOfFolder } from '../levelOfFolder'
import { inputOption, levelOptions } from '../levelOptions'
import type { LevelChoice } from '../loadLevel'
import { command } from './command'

interface Typed extends TypedOptions, LevelChoice {
  readonly input?: string
}

/** `genesis-datasets report`: `reportFiles`. */
export const reportCommand = (): Command =>
  inputOption(
    levelOptions(
      command('report', 'the figures of a dataset and the laws of the whole', '--input datasets/validated/level0'),
      '; rows tell theirs',
    ),
    'datasets/validated/<level>',
  ).action((typed: Typed) => concludeOnFiles(typed, run => report(typed, run)))

async function report(typed: Typed, watch: Watch): Promise<E.Either<CommandError, Outcome>> {
  const reader = new ArgumentReader()
  const given = reader.path('--input', typed.input, 'a folder', 'leave it out for datasets/validated/<level>')
  const read = reader.result(() => given)
  if (E.isLeft(read)) return read
  const level = await levelOfFolder(typed, given)
  if (E.isLeft(level)) return level
  const input = given ?? validatedRows(level.right.name)
  return E.map((reported: Report) => ({ text: renderReport(reported), json: jsonText(reported), exitCode: exitCodeOfReport(reported) }))(
    await reportFiles(level.right, { input, ...watch }),
  )
}
