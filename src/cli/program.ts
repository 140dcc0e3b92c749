import { Command } from 'commander'
import { version } from '../../package.json'
import { buildCommand } from './commands/build'
import { checkCommand } from './commands/check'
import { exportCommand } from './commands/export'
import { generateCommand } from './commands/generate'
import { gradeCommand } from './commands/grade'
import { helpCommand } from './commands/help'
import { mergeCommand } from './commands/merge'
import { reportCommand } from './commands/report'
import { reproduceCommand } from './commands/reproduce'
import { runCommand } from './commands/run'
import { sampleCommand } from './commands/sample'
import { splitCommand } from './commands/split'
import { verifyCommand } from './commands/verify'
import { workerCommand } from './commands/worker'

/** Builds the program with all commands, in the order of a dataset's stages. Parsing throws a `CommanderError` on a usage error. */
export function programOf(): Command {
  const program = new Command('genesis-datasets')
    .description('Training datasets that can be trusted row by row.')
    .version(version)
    .exitOverride()
    .addHelpText('after', '\nExample:\n  $ genesis-datasets build --level 0 --count 10000 --seed 42 --out datasets')
  const commands = [
    buildCommand(),
    generateCommand(),
    mergeCommand(),
    runCommand(),
    workerCommand(),
    verifyCommand(),
    splitCommand(),
    reportCommand(),
    reproduceCommand(),
    sampleCommand(),
    checkCommand(),
    gradeCommand(),
    exportCommand(),
  ]
  for (const command of commands) {
    program.addCommand(command.option('--json', 'print the result or the error as JSON on stdout').copyInheritedSettings(program))
  }
  program.helpCommand(false).addCommand(helpCommand(program))
  return program
}
