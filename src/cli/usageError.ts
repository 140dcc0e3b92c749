import { type Command, CommanderError } from 'commander'
import { commandError, invalid } from './commandError'
import { EXIT } from './exitCode'
import { jsonText } from './terminal/jsonText'
import { print } from './terminal/print'

/**
 * Returns the exit status after commander threw, and prints the error as JSON if `--json` is given. Commander has printed the
 * error itself. It also throws after `--help` and `--version`, which exit with 0.
 */
export function handleUsageError(thrown: unknown, program: Command, words: readonly string[]): number {
  if (!(thrown instanceof CommanderError)) throw thrown
  if (thrown.exitCode === 0) return EXIT.success
  const command = program.commands.find(one => one.name() === words.find(word => !word.startsWith('-')))
  if (words.includes('--json')) {
    const received = thrown.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
    const path = ['genesis-datasets', ...(command === undefined ? [] : [command.name()])].join(' ')
    print(jsonText(commandError([invalid(path, 'valid arguments', received, `see ${path} --help`)])))
  }
  return EXIT.usage
}
