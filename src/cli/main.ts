#!/usr/bin/env node
import { programOf } from './program'
import { ignoreClosedPipe } from './terminal/ignoreClosedPipe'
import { reportUncaughtErrors } from './uncaughtErrors'
import { handleUsageError } from './usageError'

/** Runs the command line, a thin layer over the public functions. */
async function main(argv: readonly string[]): Promise<void> {
  const program = programOf()
  try {
    await program.parseAsync(argv)
  } catch (thrown) {
    process.exitCode = handleUsageError(thrown, program, argv.slice(2))
  }
}

ignoreClosedPipe()
reportUncaughtErrors()
await main(process.argv)
