import { either as E } from 'fp-ts'
import { type Level, type LevelSource, loadLevel as load, builtInLevels, moduleHint, sourceOf } from '../../loader/loadLevel'
import type { LoadedLevel } from '../../loader/specModule'
import { type CommandError, commandError, invalid } from '../commandError'
import { errorLine } from '../terminal/errorLine'

export type { Level }
export { builtInLevels }

/** The level as it was typed: by name, or by the module that exports it. */
export interface LevelChoice {
  readonly level?: string
  readonly module?: string
}

const LEVEL_OPTIONS = { name: '--level', module: '--spec' } as const

/** Loads the level that was typed, with its tools: a sound one. */
export async function loadLevel(choice: LevelChoice): Promise<E.Either<CommandError, Level>> {
  return E.map(({ level }: LoadedLevel) => level)(await levelWithSource(choice))
}

/** Loads the same level, and says by what another process finds it. */
export async function levelWithSource(choice: LevelChoice): Promise<E.Either<CommandError, LoadedLevel>> {
  const source = await sourceOfChoice(choice)
  if (E.isLeft(source)) return source
  const loaded = await load(source.right, { options: LEVEL_OPTIONS, describeThrown: errorLine })
  return E.map((level: Level) => ({ level, source: source.right }))(loaded)
}

async function sourceOfChoice({ level, module: spec }: LevelChoice): Promise<E.Either<CommandError, LevelSource>> {
  if (level !== undefined && spec !== undefined)
    return E.left(commandError([invalid('--spec', 'nothing, for --level names the level', spec, 'give one of both')]))
  if (spec !== undefined) return E.right({ kind: 'module', name: spec })
  if (level !== undefined) return E.right(sourceOf(level))
  return E.left(commandError([invalid('--level', `one of ${(await builtInLevels()).join(', ')}`, 'nothing', moduleHint(LEVEL_OPTIONS))]))
}
