import { either as E } from 'fp-ts'
import { levelNameIn } from '../../io/index'
import { dataFilesIn } from '../../io/read/dataFilesIn'
import type { Problem } from '../../model/problem'
import { type CommandError, commandError, invalid } from '../commandError'
import { type Level, type LevelChoice, loadLevel } from './chosenLevel'
import { namedLevel } from './namedLevel'

type Result<T> = E.Either<CommandError, T>

/** The level that was chosen, or that the rows in a folder or file say that they are of. */
export async function levelOfFolder(choice: LevelChoice, input: string | undefined): Promise<Result<Level>> {
  if (choice.level !== undefined || choice.module !== undefined) return loadLevel(choice)
  const name = levelNameOfRows(input)
  return E.isLeft(name) ? name : namedLevel(name.right, `the rows in ${input} are of`)
}

/** The name of that level alone: where rows are only copied, its tools need not be there, nor its module. */
export async function levelNameOfFolder(choice: LevelChoice, input: string | undefined): Promise<Result<string>> {
  if (choice.level === undefined && choice.module === undefined) return levelNameOfRows(input)
  return E.map(({ name }: Level) => name)(await loadLevel(choice))
}

function levelNameOfRows(input: string | undefined): Result<string> {
  if (input === undefined)
    return E.left(commandError([invalid('--input', 'a folder of rows', 'nothing', 'give one, or a level, whose rows lie under datasets')]))
  const name = levelNameIn(input)
  if (name !== undefined) return E.right(name)
  const files = dataFilesIn(input)
  return E.isLeft(files) ? files : E.left(commandError([unknownLevel(input)]))
}

const unknownLevel = (path: string): Problem => ({
  _tag: 'CannotRead',
  path,
  expected: 'rows that tell their level',
  received: 'none',
  hint: 'look at --input, or name the level with --level or --spec',
})
