import { messageOf } from '../../utils/strings/errorMessage'
import { printToStderr } from './print'

/** Returns the message of a thrown value on one line. Prints its stack to stderr if DEBUG is set. */
export function errorLine(thrown: unknown): string {
  if ((process.env.DEBUG ?? '') !== '' && thrown instanceof Error) printToStderr(thrown.stack ?? '')
  // Node appends the files that required a missing module, one per line.
  const message = messageOf(thrown).replace(/\nRequire stack:[\s\S]*/, '')
  return (
    message
      .replace(SYNTAX_ERROR_PLACE, syntaxErrorPlace)
      .replace(/\s*\n\s*/g, ' ')
      .trim() || 'an exception without a message'
  )
}

/** Matches the place of a syntax error, which jiti puts on the last line of the message. Its columns count from 0. */
const SYNTAX_ERROR_PLACE = /\s*\n\s*(\S.*:\d+):(\d+)$/

const syntaxErrorPlace = (_match: string, line: string, column: string): string => ` at ${line}:${Number(column) + 1}`
