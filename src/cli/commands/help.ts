import { Command } from 'commander'
import { closestName } from '../../utils/strings/closestName'

/** Declares the command `genesis-datasets help`: prints the help on stdout. An unknown command is an error. */
export const helpCommand = (program: Command): Command =>
  new Command('help')
    .description('show the help of a command')
    .argument('[command]', 'name of a command (default: all commands)')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find(one => one.name() === name)
      if (command !== undefined) command.outputHelp()
      else program.error(`error: unknown command '${name}'${suggestion(name, program)}`)
    })

function suggestion(name = '', program: Command): string {
  const near = closestName(
    name,
    program.commands.map(command => command.name()),
  )
  return near === undefined ? '' : `\n(Did you mean ${near}?)`
}
