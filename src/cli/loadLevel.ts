import { either as E } from 'fp-ts'
import { CheckFailed } from '../checkFailed'
import type { LevelSpec } from '../model/levelSpec'
import type { Failure, Problem } from '../model/problem'
import { validateSpec } from '../validate/validateSpec'
import { type CommandError, commandError, invalid } from './commandError'
import { levelInModule, type Module } from './levelModule'
import { nearest } from './nearest'
import { messageInLine } from './thrown'

export type Level = LevelSpec<unknown, unknown>

/** The level as it was typed: by name, or by the module that exports it. */
export interface LevelChoice {
  readonly level?: string
  readonly spec?: string
}

/** The module in which levels are found by name; a level is a value, or a function that loads its tools first. */
const LEVELS = 'genesis-datasets/levels'

/** The names of the levels that come with the package. */
export const ownLevels = async (): Promise<readonly string[]> => Object.keys((await import(LEVELS)) as Module)

/** The level of a name such as `0`, `level0` or `sums`, or of a module of the user's such as `./my-level.ts`; it is a sound one. */
export async function loadLevel({ level, spec }: LevelChoice): Promise<E.Either<CommandError, Level>> {
  if (level !== undefined && spec !== undefined)
    return wrong(invalid('--spec', 'nothing, for --level names the level', spec, 'give one of both'))
  const [name, found] = spec !== undefined || isPath(level) ? [spec ?? level, levelInModule] : [level, levelByName]
  if (name === undefined) return wrong(noLevel(await ownLevels()))
  try {
    const exported = await found(name)
    if (E.isLeft(exported)) return exported
    const made: unknown = typeof exported.right === 'function' ? await exported.right() : exported.right
    const problems = validateSpec(made)
    return problems.length > 0 ? wrong(...problems) : E.right(made as Level)
  } catch (thrown) {
    // A module that tests its level as it is loaded: what the test found is told as it is.
    return thrown instanceof CheckFailed
      ? E.left(thrown.failure)
      : wrong(cannotLoad(found === levelByName ? `--level ${name}` : name, thrown))
  }
}

/** `0` is `level0`. */
const ownName = (typed: string): string => (/^\d+$/.test(typed) ? `level${typed}` : typed)

const isPath = (level: string | undefined): boolean => level !== undefined && /[/\\]|\.[cm]?[jt]s$/.test(level)

async function levelByName(typed: string): Promise<E.Either<Failure<'CommandError'>, unknown>> {
  const levels: Module = await import(LEVELS)
  const name = ownName(typed)
  if (Object.hasOwn(levels, name)) return E.right(levels[name])
  const names = Object.keys(levels)
  const near = nearest(name, names)
  const hint = near === undefined ? 'a level of your own is named by its module: --spec ./my-level.ts' : `the nearest is ${near}`
  return wrong(invalid('--level', `one of ${names.join(', ')}`, typed, hint))
}

const wrong = (...problems: readonly Problem[]): E.Either<Failure<'CommandError'>, never> => E.left(commandError(problems))

const noLevel = (names: readonly string[]): Problem =>
  invalid('--level', `one of ${names.join(', ')}`, 'nothing', 'a level of your own is named by its module: --spec ./my-level.ts')

const cannotLoad = (name: string, thrown: unknown): Problem => ({
  _tag: 'InvalidSpec',
  path: name,
  expected: 'a level that can be loaded',
  received: messageInLine(thrown),
  hint: 'DEBUG=1 shows where it was thrown',
})
