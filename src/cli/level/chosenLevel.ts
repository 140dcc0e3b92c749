import { either as E } from 'fp-ts'
import { type Level, type LevelSource, loadLevel as load, builtInLevels, moduleHint, sourceOf } from '../../loader/loadLevel'
import type { LoadedLevel } from '../../loader/specModule'
import { throwLocation } from '../../utils/strings/throwLocation'
import { type CommandError, commandError, invalid } from '../commandError'
import { errorLine } from '../terminal/errorLine'

export type { Level }
export { builtInLevels }

/** Options that select a level: its name, or the module that exports it. */
export interface LevelChoice {
  readonly level?: string
  readonly module?: string
}

const LEVEL_OPTIONS = { name: '--level', module: '--module' } as const

/** Loads the chosen level with its tools, and validates it. */
export async function loadLevel(choice: LevelChoice): Promise<E.Either<CommandError, Level>> {
  return E.map(({ level }: LoadedLevel) => level)(await levelWithSource(choice))
}

/** Loads the chosen level, and returns it with the source from which another process can load it. */
export async function levelWithSource(choice: LevelChoice): Promise<E.Either<CommandError, LoadedLevel>> {
  const source = await sourceOfChoice(choice)
  if (E.isLeft(source)) return source
  const describeThrown = source.right.kind === 'module' ? describeThrownInModule : errorLine
  const loaded = await load(source.right, { options: LEVEL_OPTIONS, describeThrown })
  if (E.isLeft(loaded)) return E.left('problems' in loaded.left ? loaded.left : { ...loaded.left, whileLoading: true })
  return E.right({ level: loaded.right, source: source.right })
}

/** Describes an error that a level module threw, with the place in the user's files. */
function describeThrownInModule(thrown: unknown): string {
  const location = throwLocation(thrown)
  return errorLine(thrown) + (location === undefined ? '' : ` at ${location}`)
}

async function sourceOfChoice({ level, module: path }: LevelChoice): Promise<E.Either<CommandError, LevelSource>> {
  if (level !== undefined && path !== undefined)
    return E.left(commandError([invalid('--module', 'nothing, because --level names the level', path, 'give only one of the two')]))
  if (path !== undefined) return E.right({ kind: 'module', name: path })
  if (level !== undefined) return E.right(sourceOf(level))
  return E.left(commandError([invalid('--level', `one of ${(await builtInLevels()).join(', ')}`, 'nothing', moduleHint(LEVEL_OPTIONS))]))
}
