import type { Problem } from '../model/problem'
import { commandError } from './commandError'
import { EXIT } from './exitCode'
import { sayError } from './terminal/printError'
import { messageInLine } from './terminal/errorLine'

/** Node's exit status where a promise is awaited that nothing will ever settle. */
const UNSETTLED = 13

/**
 * Tells what the code of a level does when nobody waits for it any more (a timer that throws, a promise that is rejected),
 * or what it lets everybody wait for: the one ends the process at once, as `kill` would; the other when nothing is left to do.
 */
export function tellLateFaults(): void {
  process.on('uncaughtException', thrown => {
    tell('no exception', messageInLine(thrown), 'DEBUG=1 shows where it was thrown')
    process.exit(EXIT.checkFailed)
  })
  process.on('exit', () => {
    if (process.exitCode !== UNSETTLED) return
    tell('an end', 'a promise that nothing settles', 'look at what the module of the level awaits')
    process.exitCode = EXIT.checkFailed
  })
}

function tell(expected: string, received: string, hint: string): void {
  const problem: Problem = { _tag: 'Threw', path: 'genesis-datasets', expected, received, hint }
  sayError(commandError([problem]))
}
