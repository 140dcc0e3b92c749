import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { checkProblems } from '../../check/checkLevel'
import type { Reproduction } from '../../model/reproduction'
import { renderReproduction } from '../../reporters/text/renderReproduction'
import { invalidToken } from '../../stages/draw/readToken'
import { reproduce } from '../../replay/reproduce'
import { parseToken } from '../../stages/draw/parseToken'
import { ArgumentReader } from '../options/argumentReader'
import { type CommandError, commandError, invalid } from '../commandError'
import { executeCommand, type CommandOutcome, type RawOptions } from '../runCommand'
import { omitUndefined } from '../options/omitUndefined'
import { EXIT } from '../exitCode'
import { jsonText } from '../terminal/jsonText'
import { readChoice, type RawChoice } from '../options/readCells'
import { levelOptions } from '../options/declareOptions'
import { type Level, type LevelChoice, loadLevel } from '../level/chosenLevel'
import { namedLevel } from '../level/namedLevel'
import { command } from './command'

type RawArguments = RawOptions & Pick<RawChoice, 'law'> & { readonly runs?: string }

/** Declares the command `genesis-datasets reproduce`: parses its arguments, calls `reproduce`, and prints the result. */
export const reproduceCommand = (): Command =>
  levelOptions(
    command(
      'reproduce',
      'replay the draw behind a token, or the first failure for a seed',
      'g1-4.10.2~sums~2.0.0~42~valid.plain.medium~838~0~u~~72550ee2',
      '--module ./my-level.ts --seed 42 --law oracle.agrees',
    ),
    ' (default: read from the token)',
  )
    .argument('[token]', 'token of a row or a counterexample')
    .option('--seed <integer>', 'search for a failure with this seed (default: 42)')
    .option('--law <name>', 'search for a failure of this law')
    .option('--runs <drafts>', 'number of drafts to search (default: 1,000)')
    .action((token: string | undefined, raw: RawArguments) => executeCommand(raw, printSeed => runReproduce(token, raw, printSeed)))

async function runReproduce(
  token: string | undefined,
  raw: RawArguments,
  printSeed: () => void,
): Promise<E.Either<CommandError, CommandOutcome>> {
  const search = (['seed', 'law', 'runs'] as const).find(option => raw[option] !== undefined)
  if (token !== undefined && search !== undefined)
    return E.left(
      commandError([invalid(`--${search}`, 'nothing, because the token names the draw', raw[search] ?? '', 'give only one of the two')]),
    )
  const level = token === undefined ? await loadLevel(raw) : await levelOfToken(token, raw)
  if (E.isLeft(level)) return level
  const reproduced = token === undefined ? firstFailure(level.right, raw, printSeed) : reproduce(level.right, token)
  return E.map(outcomeOf)(reproduced)
}

async function levelOfToken(token: string, choice: LevelChoice): Promise<E.Either<CommandError, Level>> {
  if (choice.level !== undefined || choice.module !== undefined) return loadLevel(choice)
  const parsed = parseToken(token)
  if (E.isRight(parsed)) return namedLevel(parsed.right.level, 'the token names')
  return E.left(commandError([invalidToken('token', 'the token of a row or a counterexample', parsed.left, 'copy the whole token')]))
}

function firstFailure(level: Level, raw: RawArguments, printSeed: () => void): E.Either<CommandError, Reproduction<unknown, unknown>> {
  const reader = new ArgumentReader()
  const { law } = readChoice(reader, omitUndefined({ law: raw.law }), level)
  const seed = reader.seed(raw.seed) ?? 42
  const runs = reader.wholeNumber('--runs', raw.runs, 'default: 1,000')
  const read = reader.result(() => ({ seed, ...omitUndefined({ law, runs }) }))
  if (E.isLeft(read)) return read
  if (checkProblems(level, read.right).length === 0) printSeed()
  return reproduce(level, read.right)
}

const outcomeOf = (reproduction: Reproduction<unknown, unknown>): CommandOutcome => {
  // Questions and answers can be any values, and `steps` has them as texts.
  const { draft: _draft, shrunk: _shrunk, ...data } = reproduction
  const isViolated = [...data.laws, ...data.twinLaws].some(({ outcome }) => typeof outcome === 'object' && 'violated' in outcome)
  return { text: renderReproduction(reproduction), json: jsonText(data), exitCode: isViolated ? EXIT.checkFailed : EXIT.success }
}
