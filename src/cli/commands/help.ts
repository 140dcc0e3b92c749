import { Command } from 'commander'
import { closestName } from '../../utils/strings/closestName'

/** `genesis-datasets help`: on stdout, since it was asked for; a mistyped command is an error here too. */
export const helpCommand = (program: Command): Command =>
  new Command('help')
    .description('show what a command does')
    .argument('[command]', 'leave it out for all')
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
