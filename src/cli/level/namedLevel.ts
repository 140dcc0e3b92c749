import { either as E } from 'fp-ts'
import { type CommandError, commandError, invalid } from '../commandError'
import { type Level, loadLevel, builtInLevels } from './chosenLevel'

/**
 * Loads the built-in level with a name from data, such as a token. The name of another level is an error, because data does
 * not contain the path of its module. `namedBy` describes the data in the error.
 */
export async function namedLevel(name: string, namedBy: string): Promise<E.Either<CommandError, Level>> {
  if ((await builtInLevels()).includes(name)) return loadLevel({ level: name })
  const hint = `name its module: --module ./${name}.ts`
  return E.left(commandError([invalid('--module', `the module of the level ${name}, which ${namedBy}`, 'nothing', hint)]))
}
