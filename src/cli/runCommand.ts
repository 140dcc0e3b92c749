import { either as E } from 'fp-ts'
import type { FileRunOptions } from '../io/runOptions'
import { type CommandError, commandError } from './commandError'
import { EXIT, exitCodeOf } from './exitCode'
import { watchForInterruption } from './interruption'
import { jsonText } from './terminal/jsonText'
import { coloursFor, paintedText } from './terminal/paint'
import { progressBar } from './terminal/progressBar'
import { print, printToStderr } from './terminal/print'
import { printError } from './terminal/printError'
import { withOptionNames } from './optionPaths'
import { errorLine } from './terminal/errorLine'

/** What a command came to. */
export interface CommandOutcome {
  /** The result as text, for stdout. */
  readonly text?: string
  /** What was done, for the person who waits: on stderr. */
  readonly summary?: string
  /** The result as JSON, on stdout with `--json`. */
  readonly json: string
  readonly exitCode: number
}

/** What calls on files are given: whom to tell how far they are, and what ends them. */
export type RunHooks = Required<Pick<FileRunOptions, 'signal' | 'onProgress'>>

/** What every command may be told. */
export interface RawOptions {
  readonly json?: true
  readonly seed?: string
}

/**
 * Runs a command that computes and writes nothing, and tells what it came to. Its calls leave signals no turn: an
 * interruption simply ends it. So the seed is told first.
 */
export async function executeCommand(raw: RawOptions, run: () => Promise<E.Either<CommandError, CommandOutcome>>): Promise<void> {
  printToStderr(...seedLine(raw))
  process.exitCode = reportResult(await catchExceptions(run), raw)
}

/** Runs a command that works on files, shows how far it is, and has it end in good order when it is interrupted. */
export async function executeFileCommand(raw: RawOptions, run: (watch: RunHooks) => Promise<E.Either<CommandError, CommandOutcome>>): Promise<void> {
  const interruption = watchForInterruption()
  const bar = progressBar()
  const answer = await catchExceptions(() => run({ signal: interruption.signal, onProgress: bar.show }))
  bar.stop()
  const exitCode = reportResult(answer, raw)
  process.exitCode = exitCode === EXIT.interrupted ? (interruption.exitCode() ?? exitCode) : exitCode
  printToStderr(...seedLine(raw))
  interruption.dispose()
}

const seedLine = ({ seed }: RawOptions): readonly string[] => (seed === undefined ? [] : [`seed ${seed}`])

/** Says and prints what there is, and gives the exit status. */
export function reportResult(answer: E.Either<CommandError, CommandOutcome>, { json }: RawOptions): number {
  if (E.isLeft(answer)) {
    const error = withOptionNames(answer.left)
    printError(error)
    if (json) print(jsonText(error))
    return exitCodeOf(error)
  }
  const { text = '', summary, json: asJson, exitCode } = answer.right
  if (summary !== undefined) printToStderr(paintedText(summary, coloursFor(process.stderr)))
  print(json ? asJson : paintedText(text, coloursFor(process.stdout)))
  return exitCode
}

/** The calls never throw: what does is a fault of this package, told in one line. */
async function catchExceptions(run: () => Promise<E.Either<CommandError, CommandOutcome>>): Promise<E.Either<CommandError, CommandOutcome>> {
  try {
    return await run()
  } catch (thrown) {
    return E.left(
      commandError([
        {
          _tag: 'CodeThrew',
          path: 'genesis-datasets',
          expected: 'no exception',
          received: errorLine(thrown),
          hint: 'this is a fault of the package: please report it, with what DEBUG=1 shows',
        },
      ]),
    )
  }
}
