import { either as E } from 'fp-ts'
import { CheckFailed } from '../check/checkFailed'
import type { LevelSpec } from '../model/levelSpec'
import { messageOf } from '../utils/strings/errorMessage'
import type { Counterexample, Failure, Problem } from '../model/problem'
import { validateSpec } from '../validate/validateSpec'
import { invalidLevelChoice } from './invalidLevelChoice'
import { loadExport, type Module } from './levelModule'
import { closestName } from '../utils/strings/closestName'

/** A loaded level, with unknown types of question and answer. */
export type Level = LevelSpec<unknown, unknown>

/** Source of a level: the name of a built-in level, or the path of a module. Another process can load the level from it. */
export interface LevelSource {
  readonly kind: 'name' | 'module'
  readonly name: string
}

/** Options of {@link loadLevel}. */
export interface LoadOptions {
  /** Names of the caller's options that select a level by name and by module, for error messages. */
  readonly options: Readonly<Record<LevelSource['kind'], string>>
  /** Returns a one-line description of a thrown value. @defaultValue its message */
  readonly describeThrown?: (thrown: unknown) => string
}

/** Reason why a level cannot be loaded. A counterexample if its module checks the level while it is loaded. */
export type LoadError = Failure<string> | Counterexample

/** The module that exports the built-in levels by name. A level is a value, or a function that loads its tools first. */
const LEVELS_MODULE = 'genesis-datasets/levels'

/** Returns the names of the built-in levels, sorted, in the form that `--level` and rows use: `chain_sum`, `level0`. */
export const builtInLevels = async (): Promise<readonly string[]> => levelNames((await import(LEVELS_MODULE)) as Module)

/** Parses a level argument: a name such as `0`, `level0` or `sums`, or a path such as `./my-level.ts`. */
export const sourceOf = (text: string): LevelSource =>
  /[/\\]|\.[cm]?[jt]s$/.test(text) ? { kind: 'module', name: text } : { kind: 'name', name: text }

/** Loads the level of a name or a module, with its tools, and validates it. */
export async function loadLevel(
  source: LevelSource,
  { options, describeThrown = messageOf }: LoadOptions,
): Promise<E.Either<LoadError, Level>> {
  const option = options[source.kind]
  try {
    const exported = source.kind === 'module' ? await loadExport(source.name, option) : await levelByName(source.name, options)
    if (E.isLeft(exported)) return exported
    const level: unknown = typeof exported.right === 'function' ? await exported.right() : exported.right
    const problems = validateSpec(level)
    return problems.length > 0 ? E.left(loadError(problems)) : E.right(level as Level)
  } catch (thrown) {
    // A module can check its level while it is loaded. The result of a failed check is returned unchanged.
    if (thrown instanceof CheckFailed) return E.left(thrown.failure)
    const path = source.kind === 'name' ? `${option} ${source.name}` : source.name
    return E.left(loadError([cannotLoad(path, describeThrown(thrown))]))
  }
}

/** Returns the export name of a built-in level: `level0` for `0`, and `chainSum` for `chain_sum`. */
const exportedName = (name: string): string =>
  /^\d+$/.test(name) ? `level${name}` : name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Returns the level names of exports, sorted: `chain_sum` for `chainSum`. */
const levelNames = (levels: Module): readonly string[] =>
  Object.keys(levels)
    .map(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))
    .sort()

async function levelByName(name: string, options: LoadOptions['options']): Promise<E.Either<Failure<'LoadError'>, unknown>> {
  const levels: Module = await import(LEVELS_MODULE)
  const exported = exportedName(name)
  if (Object.hasOwn(levels, exported)) return E.right(levels[exported])
  const names = levelNames(levels)
  const closest = closestName(exported, names)
  const hint = closest === undefined ? moduleHint(options) : `the closest name is ${closest}`
  return invalidLevelChoice(options.name, `one of ${names.join(', ')}`, name, hint)
}

/** Returns a hint on how to name the module of a user's own level. */
export const moduleHint = ({ module }: LoadOptions['options']): string => `for your own level, name its module: ${module} ./my-level.ts`

const loadError = (problems: readonly Problem[]): Failure<'LoadError'> => ({ _tag: 'LoadError', problems })

const cannotLoad = (path: string, received: string): Problem => ({
  _tag: 'InvalidSpec',
  path,
  expected: 'a level that can be loaded',
  received,
  hint: 'set DEBUG=1 to see the stack trace',
})
