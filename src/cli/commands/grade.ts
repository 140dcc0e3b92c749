import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { type GradeFilesResult, gradeFiles } from '../../io/index'
import { renderGrade } from '../../reporters/text/renderGrade'
import { renderProblem } from '../../reporters/text/renderProblem'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RawOptions, type RunHooks } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { validatedRows } from '../options/defaultFolders'
import { levelOfFolder } from '../level/levelOfFolder'
import { inputOption, levelOptions } from '../options/declareOptions'
import type { LevelChoice } from '../level/chosenLevel'
import { command } from './command'

interface RawArguments extends RawOptions, LevelChoice {
  readonly predictions: string
  readonly input?: string
}

/** `genesis-datasets grade`: `gradeFiles`. */
export const gradeCommand = (): Command =>
  inputOption(
    levelOptions(
      command('grade', "scores of a model's outputs", '--predictions predictions.jsonl --input datasets/validated/level0'),
      '; rows tell theirs',
    ),
    'datasets/validated/<level>',
  )
    .requiredOption('--predictions <file>', 'the outputs: a line of JSON each, with the id of the row and the output')
    .action((raw: RawArguments) => executeFileCommand(raw, run => grade(raw, run)))

async function grade(raw: RawArguments, watch: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const reader = new ArgumentReader()
  const predictions = reader.path('--predictions', raw.predictions, 'a file', 'it has a line of JSON for each output')
  const given = reader.path('--input', raw.input, 'a folder', 'leave it out for datasets/validated/<level>')
  const read = reader.result(() => given)
  if (E.isLeft(read)) return read
  const level = await levelOfFolder(raw, given)
  if (E.isLeft(level)) return level
  const input = given ?? validatedRows(level.right.name)
  return E.map((graded: GradeFilesResult) => ({
    text: renderGrade(graded),
    ...problemNotes(graded),
    json: jsonText(graded),
    exitCode: graded.problems.length > 0 ? EXIT.inputOrOutput : EXIT.good,
  }))(await gradeFiles(level.right, { input, predictions, ...watch }))
}

/** What of the file of predictions could not be used, and what it lacks. */
function problemNotes({ missing, problems }: GradeFilesResult): Pick<CommandOutcome, 'summary'> {
  const notes = [...problems.map(renderProblem), ...(missing > 0 ? [`${missing} rows have no prediction: each is wrong`] : [])]
  return notes.length > 0 ? { summary: notes.join('\n') } : {}
}
