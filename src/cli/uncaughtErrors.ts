import type { Problem } from '../model/problem'
import { commandError } from './commandError'
import { EXIT } from './exitCode'
import { printError } from './terminal/printError'
import { errorLine } from './terminal/errorLine'

/** Node's exit status where a promise is awaited that nothing will ever settle. */
const UNSETTLED = 13

/**
 * Tells what the code of a level does when nobody waits for it any more (a timer that throws, a promise that is rejected),
 * or what it lets everybody wait for: the one ends the process at once, as `kill` would; the other when nothing is left to do.
 */
export function reportUncaughtErrors(): void {
  process.on('uncaughtException', thrown => {
    printProblem('no exception', errorLine(thrown), 'DEBUG=1 shows where it was thrown')
    process.exit(EXIT.checkFailed)
  })
  process.on('exit', () => {
    if (process.exitCode !== UNSETTLED) return
    printProblem('an end', 'a promise that nothing settles', 'look at what the module of the level awaits')
    process.exitCode = EXIT.checkFailed
  })
}

function printProblem(expected: string, received: string, hint: string): void {
  const problem: Problem = { _tag: 'CodeThrew', path: 'genesis-datasets', expected, received, hint }
  printError(commandError([problem]))
}
