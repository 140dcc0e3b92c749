import { Command } from 'commander'

/** Creates a command with a description and examples in its help. */
export const command = (name: string, description: string, ...examples: readonly string[]): Command =>
  new Command(name)
    .description(description)
    .addHelpText(
      'after',
      `\nExample${examples.length > 1 ? 's' : ''}:\n${examples.map(example => `  $ genesis-datasets ${name} ${example}`).join('\n')}`,
    )
