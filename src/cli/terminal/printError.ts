import type { CommandError } from '../commandError'
import type { ReplayText } from '../../reporters/text/renderProblem'
import { coloursFor, paintedError } from './paint'
import { printToStderr } from './print'

/** Prints the error of a command on stderr, in colour on a terminal. `replayText` gives the last line of a counterexample. */
export const printError = (error: CommandError, replayText?: ReplayText): void =>
  printToStderr(paintedError(error, coloursFor(process.stderr), replayText))
