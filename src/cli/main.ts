#!/usr/bin/env node
import { programOf } from './program'
import { outlast } from './terminal/ignoreClosedPipe'
import { tellLateFaults } from './uncaughtErrors'
import { concludeUsage } from './usageError'

/** The command line: a thin shell over the public calls. */
async function main(argv: readonly string[]): Promise<void> {
  const program = programOf()
  try {
    await program.parseAsync(argv)
  } catch (thrown) {
    process.exitCode = concludeUsage(thrown, program, argv.slice(2))
  }
}

outlast()
tellLateFaults()
await main(process.argv)
