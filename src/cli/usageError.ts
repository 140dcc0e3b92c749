import { type Command, CommanderError } from 'commander'
import { commandError, invalid } from './commandError'
import type { RawOptions } from './runCommand'
import { EXIT } from './exitCode'
import { jsonText } from './terminal/jsonText'
import { print, printToStderr } from './terminal/print'

/**
 * What follows a line that cannot be read, which commander has told already: the exit status, the seed, and with `--json` the
 * same as data. Asked-for help and versions arrive as errors too, and are none.
 */
export function handleUsageError(thrown: unknown, program: Command, words: readonly string[]): number {
  if (!(thrown instanceof CommanderError)) throw thrown
  if (thrown.exitCode === 0) return EXIT.good
  const command = program.commands.find(one => one.name() === words.find(word => !word.startsWith('-')))
  const { seed } = command?.opts<RawOptions>() ?? {}
  if (words.includes('--json')) {
    const received = thrown.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
    const path = ['genesis-datasets', ...(command === undefined ? [] : [command.name()])].join(' ')
    print(jsonText(commandError([invalid(path, 'a line as its help shows', received, `see ${path} --help`)])))
  }
  if (seed !== undefined) printToStderr(`seed ${seed}`)
  return EXIT.usage
}
