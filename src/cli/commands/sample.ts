import { type Command, Option } from 'commander'
import { either as E } from 'fp-ts'
import type { Sample } from '../../model/sample'
import { renderSample } from '../../reporters/text/renderSample'
import { sampleDataset } from '../../build/sampleDataset'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { conclude, type Outcome, type TypedOptions } from '../runCommand'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { readChoice, type TypedChoice } from '../options/readCells'
import { choiceOptions, levelOptions, planOptions } from '../options/declareOptions'
import { type LevelChoice, loadLevel } from '../level/chosenLevel'
import { command } from './command'

interface Typed extends TypedOptions, LevelChoice, TypedChoice {
  readonly number: string
  readonly count: string
  readonly seed: string
}

/** `genesis-datasets sample`: `sampleDataset`. */
export const sampleCommand = (): Command =>
  planOptions(
    choiceOptions(
      levelOptions(command('sample', 'show the first rows of a dataset that fit; nothing is written', '--level 0 --topic decode -n 5')),
    ),
  )
    .addOption(new Option('-n, --number <rows>', 'how many rows to show').default('5', '5'))
    .action((typed: Typed) => conclude(typed, () => sample(typed)))

async function sample(typed: Typed): Promise<E.Either<CommandError, Outcome>> {
  const loaded = await loadLevel(typed)
  if (E.isLeft(loaded)) return loaded
  const reader = new ArgumentReader()
  const choice = readChoice(reader, typed, loaded.right)
  const rows = reader.whole('--number', typed.number, 'leave it out for 5')
  const count = reader.whole('--count', typed.count, 'leave it out for 10,000')
  const seed = reader.seed(typed.seed)
  const read = reader.result(() => ({ ...choice, rows, count }))
  if (E.isLeft(read)) return read
  return E.map((samples: readonly Sample[]) => shown(samples, rows, count))(sampleDataset(loaded.right, seed, read.right))
}

const shown = (samples: readonly Sample[], asked: number, count: number): Outcome => ({
  text: samples.map(renderSample).join('\n'),
  ...(samples.length < asked ? { account: `${samples.length} of the ${count} rows fit, ${asked} were asked for` } : {}),
  json: samples.map(jsonText).join('\n'),
  exitCode: EXIT.good,
})
