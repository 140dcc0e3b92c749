import { messageOf } from '../../utils/strings/errorMessage'
import { printToStderr } from './print'

/** What was thrown, in one line; the stack is for those who ask with DEBUG. */
export function errorLine(thrown: unknown): string {
  if ((process.env.DEBUG ?? '') !== '' && thrown instanceof Error) printToStderr(thrown.stack ?? '')
  // Node appends by which files a module was required, a line each.
  const message = messageOf(thrown).replace(/\nRequire stack:[\s\S]*/, '')
  return message.replace(/\s*\n\s*/g, ' ').trim() || 'an exception without a message'
}
