import { commandError } from '../commandError'
import { exitCodeOf } from '../exitCode'
import { printError } from './printError'

/**
 * Continues a run after the reader of its output closes the pipe (`… | head`). Any other failure to write the result is
 * reported and sets the exit status.
 */
export function ignoreClosedPipe(): void {
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return
    const error = commandError([
      {
        _tag: 'CannotWrite',
        path: 'stdout',
        expected: 'a writable stdout',
        received: message,
        hint: 'check where stdout is redirected to',
      },
    ])
    printError(error)
    process.exitCode = exitCodeOf(error)
  })
}
