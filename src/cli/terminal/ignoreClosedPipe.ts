import { commandError } from '../commandError'
import { exitCodeOf } from '../exitCode'
import { printError } from './printError'

/**
 * Lets a run outlast whoever reads it. A reader that went away (`… | head`) has what it wanted; a result that cannot be
 * written for any other reason is told.
 */
export function ignoreClosedPipe(): void {
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return
    const error = commandError([
      {
        _tag: 'CannotWrite',
        path: 'stdout',
        expected: 'a place to write the result',
        received: message,
        hint: 'look at where stdout leads',
      },
    ])
    printError(error)
    process.exitCode = exitCodeOf(error)
  })
}
