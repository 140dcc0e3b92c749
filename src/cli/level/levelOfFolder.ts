import { either as E } from 'fp-ts'
import { readLevelName } from '../../io/index'
import { dataFilesIn } from '../../io/read/dataFilesIn'
import type { Problem } from '../../model/problem'
import { type CommandError, commandError, invalid } from '../commandError'
import { type Level, type LevelChoice, loadLevel } from './chosenLevel'
import { namedLevel } from './namedLevel'

type Result<T> = E.Either<CommandError, T>

/** Loads the chosen level, or without a choice the level that the rows in a file or folder name. */
export async function levelOfFolder(choice: LevelChoice, input: string | undefined): Promise<Result<Level>> {
  if (choice.level !== undefined || choice.module !== undefined) return loadLevel(choice)
  const name = levelNameOfRows(input)
  return E.isLeft(name) ? name : namedLevel(name.right, `the rows in ${input} name`)
}

/** Returns the name of that level. Without a choice it does not load the level, so its tools and module may be missing. */
export async function levelNameOfFolder(choice: LevelChoice, input: string | undefined): Promise<Result<string>> {
  if (choice.level === undefined && choice.module === undefined) return levelNameOfRows(input)
  return E.map(({ name }: Level) => name)(await loadLevel(choice))
}

function levelNameOfRows(input: string | undefined): Result<string> {
  if (input === undefined)
    return E.left(commandError([invalid('--input', 'a folder of rows', 'nothing', 'give a folder, or a level with rows below datasets')]))
  const name = readLevelName(input)
  if (name !== undefined) return E.right(name)
  const files = dataFilesIn(input)
  return E.isLeft(files) ? files : E.left(commandError([unknownLevel(input)]))
}

const unknownLevel = (path: string): Problem => ({
  _tag: 'CannotRead',
  path,
  expected: 'rows that name their level',
  received: 'none',
  hint: 'check --input, or name the level with --level or --module',
})
