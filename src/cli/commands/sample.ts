import { type Command, Option } from 'commander'
import { either as E } from 'fp-ts'
import type { Sample } from '../../model/sample'
import { renderSample } from '../../reporters/text/renderSample'
import { sampleDataset } from '../../build/sampleDataset'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeCommand, type CommandOutcome, type RawOptions } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { readChoice, type RawChoice } from '../options/readCells'
import { choiceOptions, levelOptions, planOptions } from '../options/declareOptions'
import { loadLevel } from '../level/chosenLevel'
import { command } from './command'

interface RawArguments extends RawOptions, RawChoice {
  readonly number: string
  readonly count: string
  readonly seed: string
}

/** Declares the command `genesis-datasets sample`: parses its arguments, calls `sampleDataset`, and prints the result. */
export const sampleCommand = (): Command =>
  planOptions(
    choiceOptions(
      levelOptions(command('sample', 'print the first matching rows of a dataset; writes no files', '--level 0 --topic decode -n 5')),
    ),
    'size of the dataset that the rows are taken from; give the --count of your build',
  )
    .addOption(new Option('-n, --number <rows>', 'number of rows to print').default('5', '5'))
    .action((raw: RawArguments) => executeCommand(raw, () => sample(raw)))

async function sample(raw: RawArguments): Promise<E.Either<CommandError, CommandOutcome>> {
  const loaded = await loadLevel(raw)
  if (E.isLeft(loaded)) return loaded
  const reader = new ArgumentReader()
  const choice = readChoice(reader, raw, loaded.right)
  const rows = reader.wholeNumber('--number', raw.number, 'default: 5')
  const count = reader.wholeNumber('--count', raw.count, 'default: 10,000')
  const seed = reader.seed(raw.seed)
  const read = reader.result(() => ({ ...choice, rows, count }))
  if (E.isLeft(read)) return read
  return E.map((samples: readonly Sample[]) => outcomeOf(samples, rows, count))(sampleDataset(loaded.right, seed, read.right))
}

const outcomeOf = (samples: readonly Sample[], asked: number, count: number): CommandOutcome => ({
  text: samples.map(renderSample).join('\n'),
  ...(samples.length < asked ? { summary: `only ${samples.length} of the ${count} rows match, ${asked} were requested` } : {}),
  json: samples.map(jsonText).join('\n'),
  exitCode: EXIT.success,
})
