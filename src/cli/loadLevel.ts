import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import { type BuildError, buildError } from '../model/problem'
import { invalid } from './buildArguments'

/** The module in which levels are found by name; a level is a value, or a function that loads its tools first. */
const LEVELS = 'genesis-datasets/levels'

type Level = LevelSpec<unknown, unknown>
type Module = Readonly<Record<string, unknown>>

/**
 * The level of a name such as `0`, `level0` or `sums`, or of a module of the user's such as `./levels/words.js`, which
 * exports it as its default or as the only thing. Rejects where a module or a tool cannot be loaded.
 */
export async function loadLevel(name: string): Promise<E.Either<BuildError, Level>> {
  const level = /[/\\]|\.[cm]?[jt]s$/.test(name) ? await fromFile(name) : await byName(name)
  if (E.isLeft(level)) return level
  // What is in there is checked by the build, as every level is.
  return E.right((typeof level.right === 'function' ? await level.right() : level.right) as Level)
}

async function byName(name: string): Promise<E.Either<BuildError, unknown>> {
  const levels: Module = await import(LEVELS)
  const level = levels[/^\d+$/.test(name) ? `level${name}` : name]
  if (level !== undefined) return E.right(level)
  return unknown(
    `one of ${Object.keys(levels).join(', ')}`,
    name,
    'levels have names or numbers; a file needs its path, such as ./my-level.js',
  )
}

async function fromFile(name: string): Promise<E.Either<BuildError, unknown>> {
  const path = resolve(name)
  try {
    const module: Module = await import(pathToFileURL(path).href)
    const exported = Object.values(module)
    if (module.default !== undefined) return E.right(module.default)
    if (exported.length === 1) return E.right(exported[0])
    return unknown('a module with one level', `${name}, which exports ${exported.length} things`, 'export the level as default')
  } catch (thrown) {
    // Only the file itself: what is missing inside it is the level's own fault, and its message tells best.
    const { code, message } = thrown as NodeJS.ErrnoException
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes(`'${path}'`)) return unknown('a file', name, 'there is no such file')
    throw thrown
  }
}

const unknown = (expected: string, received: string, hint: string): E.Either<BuildError, never> =>
  E.left(buildError([invalid('--level', expected, received, hint)]))
