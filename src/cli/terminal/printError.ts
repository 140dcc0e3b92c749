import type { CommandError } from '../commandError'
import { coloursFor, paintedError } from './paint'
import { say } from './print'

/** Says what a command came to instead of a result, on stderr, in colour where that is a terminal. */
export const sayError = (error: CommandError): void => say(paintedError(error, coloursFor(process.stderr)))
