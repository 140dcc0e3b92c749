import { either as E } from 'fp-ts'
import type { RunOptions } from '../io/runOptions'
import { type CommandError, commandError } from './commandError'
import { EXIT, exitCodeOf } from './exitCode'
import { watchForInterruption } from './interruption'
import { jsonText } from './terminal/jsonText'
import { coloursFor, paintedText } from './terminal/paint'
import { progressBar } from './terminal/progressBar'
import { print, say } from './terminal/print'
import { sayError } from './terminal/printError'
import { inShellWords } from './optionPaths'
import { messageInLine } from './terminal/errorLine'

/** What a command came to. */
export interface Outcome {
  /** The result as text, for stdout. */
  readonly text?: string
  /** What was done, for the person who waits: on stderr. */
  readonly account?: string
  /** The result as JSON, on stdout with `--json`. */
  readonly json: string
  readonly exitCode: number
}

/** What calls on files are given: whom to tell how far they are, and what ends them. */
export type Watch = Required<Pick<RunOptions, 'signal' | 'onProgress'>>

/** What every command may be told. */
export interface TypedOptions {
  readonly json?: true
  readonly seed?: string
}

/**
 * Runs a command that computes and writes nothing, and tells what it came to. Its calls leave signals no turn: an
 * interruption simply ends it. So the seed is told first.
 */
export async function conclude(typed: TypedOptions, run: () => Promise<E.Either<CommandError, Outcome>>): Promise<void> {
  say(...seedLine(typed))
  process.exitCode = tell(await attempt(run), typed)
}

/** Runs a command that works on files, shows how far it is, and has it end in good order when it is interrupted. */
export async function concludeOnFiles(typed: TypedOptions, run: (watch: Watch) => Promise<E.Either<CommandError, Outcome>>): Promise<void> {
  const interruption = watchForInterruption()
  const bar = progressBar()
  const answer = await attempt(() => run({ signal: interruption.signal, onProgress: bar.show }))
  bar.stop()
  const exitCode = tell(answer, typed)
  process.exitCode = exitCode === EXIT.interrupted ? (interruption.exitCode() ?? exitCode) : exitCode
  say(...seedLine(typed))
  interruption.dispose()
}

const seedLine = ({ seed }: TypedOptions): readonly string[] => (seed === undefined ? [] : [`seed ${seed}`])

/** Says and prints what there is, and gives the exit status. */
export function tell(answer: E.Either<CommandError, Outcome>, { json }: TypedOptions): number {
  if (E.isLeft(answer)) {
    const error = inShellWords(answer.left)
    sayError(error)
    if (json) print(jsonText(error))
    return exitCodeOf(error)
  }
  const { text = '', account, json: asJson, exitCode } = answer.right
  if (account !== undefined) say(paintedText(account, coloursFor(process.stderr)))
  print(json ? asJson : paintedText(text, coloursFor(process.stdout)))
  return exitCode
}

/** The calls never throw: what does is a fault of this package, told in one line. */
async function attempt(run: () => Promise<E.Either<CommandError, Outcome>>): Promise<E.Either<CommandError, Outcome>> {
  try {
    return await run()
  } catch (thrown) {
    return E.left(
      commandError([
        {
          _tag: 'Threw',
          path: 'genesis-datasets',
          expected: 'no exception',
          received: messageInLine(thrown),
          hint: 'this is a fault of the package: please report it, with what DEBUG=1 shows',
        },
      ]),
    )
  }
}
