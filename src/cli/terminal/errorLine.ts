import { messageOf } from '../../utils/strings/errorMessage'
import { printToStderr } from './print'

/** Returns the message of a thrown value on one line. Prints its stack to stderr if DEBUG is set. */
export function errorLine(thrown: unknown): string {
  if ((process.env.DEBUG ?? '') !== '' && thrown instanceof Error) printToStderr(thrown.stack ?? '')
  // Node appends the files that required a missing module, one per line.
  const message = messageOf(thrown).replace(/\nRequire stack:[\s\S]*/, '')
  return message.replace(/\s*\n\s*/g, ' ').trim() || 'an exception without a message'
}
