import { either as E } from 'fp-ts'
import { type CommandError, commandError, invalid } from '../commandError'
import { exportedName } from '../../loader/loadLevel'
import { type Level, loadLevel, builtInLevels } from './chosenLevel'

/** The level of a name that something else tells, such as a token: one of ours, for it does not tell where a module lies. */
export async function namedLevel(name: string, namedBy: string): Promise<E.Either<CommandError, Level>> {
  if ((await builtInLevels()).includes(exportedName(name))) return loadLevel({ level: name })
  const hint = `name its module: --spec ./${name}.ts`
  return E.left(commandError([invalid('--spec', `the module of the level ${name}, which ${namedBy}`, 'nothing', hint)]))
}
