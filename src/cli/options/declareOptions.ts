import { type Command, Option } from 'commander'

/** Declares `--level` and `--module`. `defaultText` describes the level that the command uses without both. */
export const levelOptions = (command: Command, defaultText = ''): Command =>
  command
    .option('--level <level>', `a built-in level, by number or name${defaultText}`)
    .option('--module <path>', 'your own level, by the path of the module that exports it (.ts, .js, .mjs, .cjs)')

/** Default of `levelOptions` for commands that read rows. */
export const READ_FROM_ROWS = ' (default: read from the rows)'

/** Declares `--count`, with a description, and `--seed`. */
export const planOptions = (command: Command, countText = 'number of rows'): Command =>
  seedOption(command.addOption(new Option('--count <rows>', countText).default('10000', '10,000')))

/** Declares `--seed`, with the default 42. */
export const seedOption = (command: Command): Command =>
  command.addOption(new Option('--seed <integer>', 'an integer of any size').default('42', '42'))

/** Declares the options that select cells of a level. A cell must match all of them. */
export const choiceOptions = (command: Command): Command =>
  command
    .option('--topic <name>', 'only this topic')
    .option('--category <name>', 'only this category: valid, edge_case or adversarial')
    .option('--difficulty <name>', 'only this difficulty: easy, medium or hard')
    .option('--type <name>', 'only this type of trap: out_of_scope, malformed, contradictory, incomplete or ambiguous')
    .option('--edge <name>', 'only this edge, for example zero or plain.zero')

/** Declares `--redis`, the address of the queue. */
export const redisOption = (command: Command): Command =>
  command.requiredOption('--redis <url>', '(required) Redis server that holds the queue, for example redis://localhost:6379')

/** Declares `--out`, with this default, and `--force`. */
export const writeOptions = (command: Command, folder: string): Command =>
  forceOption(command.option('--out <folder>', 'output folder', folder))

/** Declares `--force`. */
export const forceOption = (command: Command): Command =>
  command.option('--force', 'write again, and replace files of another level, seed or count')

/** Creates `--card-metadata`, which takes the path of a JSON file. */
export const cardMetadataOption = (): Option =>
  new Option('--card-metadata <file>', 'metadata for the dataset card, as JSON: name, description, license, url, creator, datePublished')

/** Declares `--input`, with a description of its default. */
export const inputOption = (command: Command, defaultFolder: string): Command =>
  command.option('--input <folder>', `folder with the rows (default: ${defaultFolder})`)
