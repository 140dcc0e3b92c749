import { type Command, Option } from 'commander'

/** `--level` and `--spec`: exactly one of both, or none where the level can be told otherwise. */
export const levelOptions = (command: Command, otherwise = ''): Command =>
  command
    .option('--level <level>', `a level of ours, by its number or name${otherwise}`)
    .option('--spec <module>', 'a level of yours, by the path of the module that exports it (.ts, .js, .mjs, .cjs)')

/** The seed and the number of rows of a dataset. */
export const planOptions = (command: Command): Command =>
  seedOption(command.addOption(new Option('--count <rows>', 'how many rows in all').default('10000', '10,000')))

export const seedOption = (command: Command): Command =>
  command.addOption(new Option('--seed <integer>', 'any integer, of any size').default('42', '42'))

/** Which cells of a level: those that are all of what is given. */
export const choiceOptions = (command: Command): Command =>
  command
    .option('--topic <name>', 'one topic')
    .option('--category <name>', 'valid, edge_case or adversarial')
    .option('--difficulty <name>', 'easy, medium or hard')
    .option('--type <name>', 'one type of trap: out_of_scope, malformed, contradictory, incomplete or ambiguous')
    .option('--edge <name>', 'one edge, such as zero or plain.zero')

/** Where the queue is. */
export const redisOption = (command: Command): Command =>
  command.requiredOption('--redis <url>', 'the Redis server that holds the queue, such as redis://localhost:6379')

/** Where to write, and whether over something else. */
export const writeOptions = (command: Command, folder: string): Command =>
  forceOption(command.option('--out <folder>', 'where to write', folder))

export const forceOption = (command: Command): Command =>
  command.option('--force', 'replace what was made with another level, seed or count')

/** What no level can tell. */
export const cardMetadataOption = (): Option =>
  new Option('--about <file>', 'what the publisher says, for the card: name, description, license, url, creator, datePublished, as JSON')

/** Rows that lie somewhere; without it, where a level's rows lie under `datasets`. */
export const inputOption = (command: Command, byDefault: string): Command =>
  command.option('--input <folder>', `where the rows lie (default: ${byDefault})`)
