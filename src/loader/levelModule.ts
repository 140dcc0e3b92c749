import { resolve } from 'node:path'
import { either as E } from 'fp-ts'
import { readText } from '../io/read/readText'
import type { Failure } from '../model/problem'
import { invalidLevelChoice } from './cannotChoose'

export type Module = Readonly<Record<string, unknown>>

/**
 * What a module of the user's may import by our names. It gets the very copies that run the command, wherever it lies and
 * whatever is installed there: arbitraries of another copy of fast-check would not be ours.
 */
const PACKAGE_MODULES = [
  'genesis-datasets',
  'genesis-datasets/arbitraries',
  'genesis-datasets/laws',
  'genesis-datasets/levels',
  'genesis-datasets/files',
] as const

/**
 * The level that a module exports as its default or as the only thing: TypeScript or JavaScript, ES module or CommonJS,
 * without a build step, and without a file written. `option` is where the name was given. Rejects with what the module itself throws.
 */
export async function loadExport(name: string, option: string): Promise<E.Either<Failure<string>, unknown>> {
  const path = resolve(name)
  const source = readText(path, 'the module of a level')
  if (E.isLeft(source)) return source
  const exported = await evaluateModule(path, source.right)
  // CommonJS exports a level, or what makes one, as the module itself.
  if (typeof exported !== 'object' || exported === null || 'topics' in exported) return E.right(exported)
  const { default: byDefault, ...others } = exported as Module
  if (byDefault !== undefined) return E.right(byDefault)
  const named = Object.values(others)
  if (named.length === 1) return E.right(named[0])
  const received = `${name}, which exports ${named.length} things`
  return invalidLevelChoice(option, 'a module with one level', received, 'export the level as default')
}

async function evaluateModule(filename: string, source: string): Promise<unknown> {
  const [{ createJiti }, ...own] = await Promise.all([import('jiti'), ...PACKAGE_MODULES.map(name => import(name) as Promise<Module>)])
  const virtualModules = Object.fromEntries(PACKAGE_MODULES.map((name, index) => [name, own[index]]))
  const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false, virtualModules })
  // Node itself, which jiti asks first for JavaScript, would find the copies that are installed beside the module.
  return jiti.evalModule(source, { filename, async: true, forceTranspile: true })
}
