import type { CommandError } from '../commandError'
import { coloursFor, paintedError } from './paint'
import { printToStderr } from './print'

/** Says what a command came to instead of a result, on stderr, in colour where that is a terminal. */
export const printError = (error: CommandError): void => printToStderr(paintedError(error, coloursFor(process.stderr)))
