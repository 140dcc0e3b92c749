import { either as E } from 'fp-ts'
import type { FileRunOptions } from '../io/runOptions'
import { type ReplayText, replayCode } from '../reporters/text/renderProblem'
import { type CommandError, commandError } from './commandError'
import { EXIT, exitCodeOf } from './exitCode'
import { watchForInterruption } from './interruption'
import type { LevelChoice } from './level/chosenLevel'
import { replayCommand } from './replayCommand'
import { jsonText } from './terminal/jsonText'
import { coloursFor, paintedText } from './terminal/paint'
import { progressBar } from './terminal/progressBar'
import { print, printToStderr } from './terminal/print'
import { printError } from './terminal/printError'
import { withOptionNames } from './optionPaths'
import { errorLine } from './terminal/errorLine'

/** Outcome of a completed command. */
export interface CommandOutcome {
  /** The result as text, for stdout. */
  readonly text?: string
  /** Summary of the work done, for stderr. */
  readonly summary?: string
  /** The result as JSON, for stdout with `--json`. */
  readonly json: string
  readonly exitCode: number
  /** Last line on stderr: the reason for an exit status other than 0. */
  readonly conclusion?: string | undefined
}

/** Progress callback and abort signal for functions that work on files. */
export type RunHooks = Required<Pick<FileRunOptions, 'signal' | 'onProgress'>>

/** Unparsed options that several commands share. */
export interface RawOptions extends LevelChoice {
  readonly json?: true
  readonly seed?: string
}

/**
 * Runs a command that writes no files, and reports its result. Prints the seed at the end, except after a usage error. Such a
 * command computes synchronously, so a signal ends it without a report. A long one therefore calls `printSeed` before it starts.
 */
export async function executeCommand(
  raw: RawOptions,
  run: (printSeed: () => void) => Promise<E.Either<CommandError, CommandOutcome>>,
): Promise<void> {
  let isSeedPrinted = false
  const printSeed = (): void => {
    if (!isSeedPrinted) printToStderr(...seedLine(raw))
    isSeedPrinted = true
  }
  const answer = await catchExceptions(() => run(printSeed))
  process.exitCode = reportResult(answer, raw)
  if (!isUsageError(answer)) printSeed()
  printConclusion(answer)
}

/**
 * Runs a command that works on files, shows its progress, and reports its result. After a signal it waits until the command has
 * saved a checkpoint. Prints the seed at the end, except after a usage error.
 */
export async function executeFileCommand(
  raw: RawOptions,
  run: (hooks: RunHooks) => Promise<E.Either<CommandError, CommandOutcome>>,
): Promise<void> {
  const interruption = watchForInterruption()
  const bar = progressBar()
  const answer = await catchExceptions(() => run({ signal: interruption.signal, onProgress: bar.show }))
  bar.stop()
  const exitCode = reportResult(answer, raw)
  process.exitCode = exitCode === EXIT.interrupted ? (interruption.exitCode() ?? exitCode) : exitCode
  if (!isUsageError(answer)) printToStderr(...seedLine(raw))
  printConclusion(answer)
  interruption.dispose()
}

/** True if a command ended before it drew or read any row, because of its arguments or its level. */
const isUsageError = (answer: E.Either<CommandError, CommandOutcome>): boolean => E.isLeft(answer) && exitCodeOf(answer.left) === EXIT.usage

function printConclusion(answer: E.Either<CommandError, CommandOutcome>): void {
  if (E.isRight(answer) && answer.right.conclusion !== undefined) printToStderr(answer.right.conclusion)
}

const seedLine = ({ seed }: RawOptions): readonly string[] => (seed === undefined ? [] : [`seed ${seed}`])

/** Prints the result or the error of a command, and returns the exit status. */
export function reportResult(answer: E.Either<CommandError, CommandOutcome>, raw: RawOptions): number {
  const { json } = raw
  if (E.isLeft(answer)) {
    const error = withOptionNames(answer.left)
    printError(error, replayTextFor(error, raw))
    if (json) print(jsonText(error))
    return exitCodeOf(error)
  }
  const { text = '', summary, json: asJson, exitCode } = answer.right
  if (summary !== undefined) printToStderr(paintedText(summary, coloursFor(process.stderr)))
  print(json ? asJson : paintedText(text, coloursFor(process.stdout)))
  return exitCode
}

/**
 * Returns the text that replays a counterexample: a command, or code if a level module found it while it was loaded. A command
 * would load that module again and stop at the same counterexample.
 */
const replayTextFor = (error: CommandError, raw: RawOptions): ReplayText =>
  'whileLoading' in error ? replayCode : counterexample => replayCommand(counterexample, raw)

/** Converts an exception to an error. The public functions never throw, so an exception is a fault of this package. */
async function catchExceptions(
  run: () => Promise<E.Either<CommandError, CommandOutcome>>,
): Promise<E.Either<CommandError, CommandOutcome>> {
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
          hint: 'this is a bug in the package: please report it with the stack trace that DEBUG=1 prints',
        },
      ]),
    )
  }
}
