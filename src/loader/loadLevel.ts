import { either as E } from 'fp-ts'
import { CheckFailed } from '../check/checkFailed'
import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../utils/strings/errorMessage'
import type { Counterexample, Failure, Problem } from '../model/problem'
import { validateSpec } from '../validate/validateSpec'
import { invalidLevelChoice } from './cannotChoose'
import { loadExport, type Module } from './levelModule'
import { closestName } from '../utils/strings/closestName'

export type Level = LevelSpec<unknown, unknown>

/** A level by its name, or by the module that exports it: what it takes to have it in another process. */
export interface LevelSource {
  readonly kind: 'name' | 'module'
  readonly name: string
}

/** How the caller names the options by which a level is chosen, and hears what was thrown. */
export interface LoadOptions {
  /** The option that a level is named by, and the one that a module is named by. */
  readonly options: Readonly<Record<LevelSource['kind'], string>>
  /** What was thrown, in one line; its message unless told. */
  readonly describeThrown?: (thrown: unknown) => string
}

/** Why a level cannot be had; a counterexample, where its module tests it as it is loaded. */
export type LoadError = Failure<string> | Counterexample

/** The module in which levels are found by name; a level is a value, or a function that loads its tools first. */
const LEVELS_MODULE = 'genesis-datasets/levels'

/** The names of the levels that come with the package. */
export const builtInLevels = async (): Promise<readonly string[]> => Object.keys((await import(LEVELS_MODULE)) as Module).sort()

/** A name such as `0`, `level0` or `sums`, or a path such as `./my-level.ts`. */
export const sourceOf = (text: string): LevelSource =>
  /[/\\]|\.[cm]?[jt]s$/.test(text) ? { kind: 'module', name: text } : { kind: 'name', name: text }

/** The level of a name or a module, with its tools; it is a sound one. */
export async function loadLevel(
  source: LevelSource,
  { options, describeThrown = messageOf }: LoadOptions,
): Promise<E.Either<LoadError, Level>> {
  const option = options[source.kind]
  try {
    const exported = source.kind === 'module' ? await loadExport(source.name, option) : await levelByName(source.name, options)
    if (E.isLeft(exported)) return exported
    const made: unknown = typeof exported.right === 'function' ? await exported.right() : exported.right
    const problems = validateSpec(made)
    return problems.length > 0 ? E.left(loadError(problems)) : E.right(made as Level)
  } catch (thrown) {
    // A module that tests its level as it is loaded: what the test found is told as it is.
    if (thrown instanceof CheckFailed) return E.left(thrown.failure)
    const path = source.kind === 'name' ? `${option} ${source.name}` : source.name
    return E.left(loadError([cannotLoad(path, describeThrown(thrown))]))
  }
}

/** The name under which a level of ours is exported: `0` is `level0`, and `chain_sum`, as rows name it, `chainSum`. */
export const exportedName = (typed: string): string =>
  /^\d+$/.test(typed) ? `level${typed}` : typed.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

async function levelByName(typed: string, options: LoadOptions['options']): Promise<E.Either<Failure<'LoadError'>, unknown>> {
  const levels: Module = await import(LEVELS_MODULE)
  const name = exportedName(typed)
  if (Object.hasOwn(levels, name)) return E.right(levels[name])
  const names = Object.keys(levels).sort()
  const near = closestName(name, names)
  const hint = near === undefined ? moduleHint(options) : `the nearest is ${near}`
  return invalidLevelChoice(options.name, `one of ${names.join(', ')}`, typed, hint)
}

/** How a level that is none of ours is named. */
export const moduleHint = ({ module }: LoadOptions['options']): string =>
  `a level of your own is named by its module: ${module} ./my-level.ts`

const loadError = (problems: readonly Problem[]): Failure<'LoadError'> => ({ _tag: 'LoadError', problems })

const cannotLoad = (path: string, received: string): Problem => ({
  _tag: 'InvalidSpec',
  path,
  expected: 'a level that can be loaded',
  received,
  hint: 'DEBUG=1 shows where it was thrown',
})
