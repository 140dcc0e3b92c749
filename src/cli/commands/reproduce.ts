import type { Command } from 'commander'
import { either as E } from 'fp-ts'
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

type RawArguments = RawOptions & LevelChoice & Pick<RawChoice, 'law'> & { readonly runs?: string }

/** `genesis-datasets reproduce`: `reproduce`. */
export const reproduceCommand = (): Command =>
  levelOptions(
    command(
      'reproduce',
      'draw again what a token is the address of, or the first failure under a seed',
      'g1-4.10.2~sums~2.0.0~42~valid.plain.medium~838~0~u~~72550ee2',
      '--spec ./my-level.ts --seed 42 --law oracle.agrees',
    ),
    '; a token tells it',
  )
    .argument('[token]', 'from a row or a counterexample')
    .option('--seed <integer>', 'look for a failure under this seed')
    .option('--law <name>', 'look for a failure of this law')
    .option('--runs <drafts>', 'look for it in so many drafts')
    .action((token: string | undefined, raw: RawArguments) => executeCommand(raw, () => runReproduce(token, raw)))

async function runReproduce(token: string | undefined, raw: RawArguments): Promise<E.Either<CommandError, CommandOutcome>> {
  const search = (['seed', 'law', 'runs'] as const).find(option => raw[option] !== undefined)
  if (token !== undefined && search !== undefined)
    return E.left(commandError([invalid(`--${search}`, 'nothing, for the token tells the draw', raw[search] ?? '', 'give one of both')]))
  const level = token === undefined ? await loadLevel(raw) : await levelOfToken(token, raw)
  if (E.isLeft(level)) return level
  const reproduced = token === undefined ? firstFailure(level.right, raw) : reproduce(level.right, token)
  return E.map(outcomeOf)(reproduced)
}

async function levelOfToken(token: string, choice: LevelChoice): Promise<E.Either<CommandError, Level>> {
  if (choice.level !== undefined || choice.module !== undefined) return loadLevel(choice)
  const parsed = parseToken(token)
  if (E.isRight(parsed)) return namedLevel(parsed.right.level, 'the token is of')
  return E.left(commandError([invalidToken('token', 'a token as rows and counterexamples have it', parsed.left, 'copy the whole token')]))
}

function firstFailure(level: Level, raw: RawArguments): E.Either<CommandError, Reproduction<unknown, unknown>> {
  const reader = new ArgumentReader()
  const { law } = readChoice(reader, omitUndefined({ law: raw.law }), level)
  const seed = reader.seed(raw.seed) ?? 42
  const runs = reader.wholeNumber('--runs', raw.runs, 'leave it out for 1,000')
  const read = reader.result(() => ({ seed, ...omitUndefined({ law, runs }) }))
  return E.isLeft(read) ? read : reproduce(level, read.right)
}

const outcomeOf = (reproduction: Reproduction<unknown, unknown>): CommandOutcome => {
  // Questions and answers may be anything; `steps` has them as texts.
  const { draft: _draft, shrunk: _shrunk, ...told } = reproduction
  const isBroken = [...told.laws, ...told.twinLaws].some(({ outcome }) => typeof outcome === 'object' && 'violated' in outcome)
  return { text: renderReproduction(reproduction), json: jsonText(told), exitCode: isBroken ? EXIT.checkFailed : EXIT.good }
}
