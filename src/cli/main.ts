#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { buildCommand } from './buildCommand'
import { EXIT } from './exitCode'
import { say } from './say'

/** The command line: a thin shell over the public calls. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('genesis-datasets')
    .description('Training datasets that can be trusted row by row.')
    .version(version)
    .exitOverride()
  const build = buildCommand().exitOverride()
  program.addCommand(build)
  try {
    await program.parseAsync(argv)
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    if (thrown.exitCode === 0) return
    process.exitCode = EXIT.usage
    if (argv.includes(build.name())) say(`seed ${build.opts<{ seed: string }>().seed}`)
  }
}

// A reader of the report that went away is no reason to stop a build.
process.stderr.on('error', () => undefined)
await main(process.argv)
