import { Command, CommanderError } from 'commander'
import { buildCommand } from './buildCommand'
import { EXIT } from './exitCode'

/** The command line: a thin shell over the public calls. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('genesis-datasets').description('Training datasets that can be trusted row by row.').exitOverride()
  const build = buildCommand().exitOverride()
  program.addCommand(build)
  try {
    await program.parseAsync(argv)
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    process.exitCode = thrown.exitCode === 0 ? EXIT.good : EXIT.usage
  }
}

await main(process.argv)
