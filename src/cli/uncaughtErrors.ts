import type { Problem } from '../model/problem'
import { commandError } from './commandError'
import { EXIT } from './exitCode'
import { printError } from './terminal/printError'
import { errorLine } from './terminal/errorLine'

/** Node's exit status if top-level code awaits a promise that never settles. */
const UNSETTLED = 13

/**
 * Reports errors that no command catches. A timer that throws or an unhandled rejection ends the process immediately. A promise
 * that never settles is reported when the process exits.
 */
export function reportUncaughtErrors(): void {
  process.on('uncaughtException', thrown => {
    printProblem('no exception', errorLine(thrown), 'set DEBUG=1 to see the stack trace')
    process.exit(EXIT.checkFailed)
  })
  process.on('exit', () => {
    if (process.exitCode !== UNSETTLED) return
    printProblem('a module that finishes loading', 'a promise that never settles', 'check what the level module awaits')
    process.exitCode = EXIT.checkFailed
  })
}

function printProblem(expected: string, received: string, hint: string): void {
  const problem: Problem = { _tag: 'CodeThrew', path: 'genesis-datasets', expected, received, hint }
  printError(commandError([problem]))
}
