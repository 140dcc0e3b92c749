import { resolve } from 'node:path'
import { either as E } from 'fp-ts'
import { readText } from '../io/read/readText'
import type { Failure } from '../model/problem'
import { invalidLevelChoice } from './invalidLevelChoice'

/** Exports of a module, by name. */
export type Module = Readonly<Record<string, unknown>>

/**
 * Entry points of this package that a user's module can import. The module gets the same copies that run the command, regardless
 * of its folder and of what is installed beside it, because arbitraries of another copy of fast-check are rejected.
 */
const PACKAGE_MODULES = [
  'genesis-datasets',
  'genesis-datasets/arbitraries',
  'genesis-datasets/laws',
  'genesis-datasets/levels',
  'genesis-datasets/files',
] as const

/**
 * Loads the default export of a module, or its only export. The module can be TypeScript or JavaScript, ES module or CommonJS.
 * It needs no build step, and no file is written. `option` is the option that named the module. Rejects with the error that
 * the module throws.
 */
export async function loadExport(name: string, option: string): Promise<E.Either<Failure<string>, unknown>> {
  const path = resolve(name)
  const source = readText(path, 'a level module')
  if (E.isLeft(source)) return source
  const exported = await evaluateModule(path, source.right)
  // A CommonJS module can be the level itself, or the function that creates it.
  if (typeof exported !== 'object' || exported === null || 'topics' in exported) return E.right(exported)
  const { default: defaultExport, ...namedExports } = exported as Module
  if (defaultExport !== undefined) return E.right(defaultExport)
  const values = Object.values(namedExports)
  if (values.length === 1) return E.right(values[0])
  const received = `${name}, which exports ${values.length} values and no default`
  return invalidLevelChoice(option, 'a module that exports one level', received, 'export the level as default')
}

/** Evaluates a module and returns its exports. */
async function evaluateModule(filename: string, source: string): Promise<unknown> {
  const [{ createJiti }, ...modules] = await Promise.all([import('jiti'), ...PACKAGE_MODULES.map(name => import(name) as Promise<Module>)])
  const virtualModules = Object.fromEntries(PACKAGE_MODULES.map((name, index) => [name, modules[index]]))
  const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false, virtualModules })
  // For JavaScript, jiti tries Node's own import first, which would find the copies installed beside the module.
  return jiti.evalModule(source, { filename, async: true, forceTranspile: true })
}
