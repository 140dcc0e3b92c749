import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { type GradeFilesResult, gradeFiles } from '../../io/index'
import { renderGrade } from '../../reporters/text/renderGrade'
import { renderProblem } from '../../reporters/text/renderProblem'
import { formatCount } from '../../utils/strings/numbers'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RawOptions, type RunHooks } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { validatedRows } from '../options/defaultFolders'
import { levelOfFolder } from '../level/levelOfFolder'
import { inputOption, levelOptions, READ_FROM_ROWS } from '../options/declareOptions'
import { command } from './command'

interface RawArguments extends RawOptions {
  readonly predictions: string
  readonly input?: string
}

/** Declares the command `genesis-datasets grade`: parses its arguments, calls `gradeFiles`, and prints the result. */
export const gradeCommand = (): Command =>
  inputOption(
    levelOptions(
      command('grade', "score a model's outputs", '--predictions predictions.jsonl --input datasets/validated/level0'),
      READ_FROM_ROWS,
    ),
    'datasets/validated/<level>',
  )
    .requiredOption('--predictions <file>', '(required) model outputs: one JSON object per line, with the id of the row and the output')
    .action((raw: RawArguments) => executeFileCommand(raw, hooks => grade(raw, hooks)))

async function grade(raw: RawArguments, hooks: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const reader = new ArgumentReader()
  const predictions = reader.path('--predictions', raw.predictions, 'a file', 'the file has one JSON object per line')
  const given = reader.path('--input', raw.input, 'a folder', 'default: datasets/validated/<level>')
  const read = reader.result(() => given)
  if (E.isLeft(read)) return read
  const level = await levelOfFolder(raw, given)
  if (E.isLeft(level)) return level
  const input = given ?? validatedRows(level.right.name)
  return E.map((graded: GradeFilesResult) => ({
    text: renderGrade(graded),
    ...problemNotes(graded),
    json: jsonText(graded),
    exitCode: graded.problems.length > 0 ? EXIT.inputOrOutput : EXIT.success,
  }))(await gradeFiles(level.right, { input, predictions, ...hooks }))
}

/** Returns notes on unusable lines of the predictions file, and on rows without a prediction. */
function problemNotes({ missing, problems }: GradeFilesResult): Pick<CommandOutcome, 'summary'> {
  const notes = [
    ...problems.map(renderProblem),
    ...(missing > 0 ? [`${formatCount(missing, 'row')} without a prediction, counted as wrong`] : []),
  ]
  return notes.length > 0 ? { summary: notes.join('\n') } : {}
}
