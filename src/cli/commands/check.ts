import { type Command, Option } from 'commander'
import { either as E } from 'fp-ts'
import { checkLevel, checkProblems } from '../../check/checkLevel'
import type { CheckReport } from '../../model/check'
import { renderCheck } from '../../reporters/text/renderCheck'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeCommand, type CommandOutcome, type RawOptions } from '../runCommand'
import { EXIT } from '../exitCode'
import { omitUndefined } from '../options/omitUndefined'
import { jsonText } from '../terminal/jsonText'
import { readChoice, type RawChoice } from '../options/readCells'
import { choiceOptions, levelOptions, seedOption } from '../options/declareOptions'
import { loadLevel } from '../level/chosenLevel'
import { command } from './command'

type RawArguments = RawOptions & RawChoice & { readonly runs: string; readonly seed: string; readonly shortcuts?: string | true }

/** Declares the command `genesis-datasets check`: parses its arguments, calls `checkLevel`, and prints the result. */
export const checkCommand = (): Command =>
  seedOption(
    choiceOptions(levelOptions(command('check', 'check a level against its laws, with shrinking', '--level sums --topic plain --runs 500')))
      .option('--law <name>', 'only this law')
      .addOption(new Option('--shortcuts [N]', 'also test for surface shortcuts, N traps per type (default: 2000)'))
      .addOption(new Option('--runs <drafts>', 'number of drafts to check').default('1000', '1,000')),
  ).action((raw: RawArguments) => executeCommand(raw, printSeed => check(raw, printSeed)))

async function check(raw: RawArguments, printSeed: () => void): Promise<E.Either<CommandError, CommandOutcome>> {
  const loaded = await loadLevel(raw)
  if (E.isLeft(loaded)) return loaded
  const reader = new ArgumentReader()
  const choice = readChoice(reader, raw, loaded.right)
  const runs = reader.wholeNumber('--runs', raw.runs, 'default: 1,000')
  const seed = reader.seed(raw.seed)
  const shortcuts = reader.wholeNumber('--shortcuts', raw.shortcuts === true ? '2000' : raw.shortcuts, 'default: 2000')
  const options = reader.result(() => ({ ...choice, runs, seed, ...omitUndefined({ shortcuts }) }))
  if (E.isLeft(options)) return options
  if (checkProblems(loaded.right, options.right).length === 0) printSeed()
  return E.map((report: CheckReport) => ({ text: renderCheck(report), json: jsonText(report), exitCode: EXIT.success }))(
    checkLevel(loaded.right, options.right),
  )
}
