import { either as E } from 'fp-ts'
import { type Level, type LevelSource, loadLevel as load, ownLevels, ownModuleHint, sourceOf } from '../../loader/loadLevel'
import { type CommandError, commandError, invalid } from '../commandError'
import { messageInLine } from '../terminal/errorLine'

export type { Level }
export { ownLevels }

/** The level as it was typed: by name, or by the module that exports it. */
export interface LevelChoice {
  readonly level?: string
  readonly spec?: string
}

const OPTIONS = { name: '--level', module: '--spec' } as const

/** The level that was typed, with its tools; it is a sound one. */
export async function loadLevel(choice: LevelChoice): Promise<E.Either<CommandError, Level>> {
  const source = await sourceOfChoice(choice)
  return E.isLeft(source) ? source : load(source.right, { options: OPTIONS, describeThrown: messageInLine })
}

/** By what another process finds the level that was typed. */
export async function sourceOfChoice({ level, spec }: LevelChoice): Promise<E.Either<CommandError, LevelSource>> {
  if (level !== undefined && spec !== undefined)
    return E.left(commandError([invalid('--spec', 'nothing, for --level names the level', spec, 'give one of both')]))
  if (spec !== undefined) return E.right({ kind: 'module', name: spec })
  if (level !== undefined) return E.right(sourceOf(level))
  return E.left(commandError([invalid('--level', `one of ${(await ownLevels()).join(', ')}`, 'nothing', ownModuleHint(OPTIONS))]))
}
