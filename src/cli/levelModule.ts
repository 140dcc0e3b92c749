import { resolve } from 'node:path'
import { either as E } from 'fp-ts'
import { invalid } from './commandError'

export type Module = Readonly<Record<string, unknown>>

/**
 * What a module of the user's may import by our names. It gets the very copies that run the command, wherever it lies and
 * whatever is installed there: arbitraries of another copy of fast-check would not be ours.
 */
const OWN_MODULES = ['genesis-datasets', 'genesis-datasets/arbitraries', 'genesis-datasets/laws', 'genesis-datasets/levels'] as const

/**
 * The level that a module exports as its default or as the only thing: TypeScript or JavaScript, ES module or CommonJS,
 * without a build step, and without a file written. Rejects with what the module itself throws.
 */
export async function levelInModule(name: string): Promise<E.Either<ReturnType<typeof invalid>, unknown>> {
  const path = resolve(name)
  try {
    const exported = await load(path)
    const isCommonJs = typeof exported !== 'object' || exported === null || !('default' in exported)
    const { default: byDefault, ...others } = exported as Module
    if (!isCommonJs && byDefault !== undefined) return E.right(byDefault)
    if (typeof exported === 'function' || 'topics' in others) return E.right(exported)
    const named = Object.values(others)
    if (named.length === 1) return E.right(named[0])
    return E.left(
      invalid('--spec', 'a module with one level', `${name}, which exports ${named.length} things`, 'export the level as default'),
    )
  } catch (thrown) {
    if (isMissing(thrown, path)) return E.left(invalid('--spec', 'a file', name, 'there is no such file'))
    throw thrown
  }
}

async function load(path: string): Promise<unknown> {
  const [{ createJiti }, ...own] = await Promise.all([import('jiti'), ...OWN_MODULES.map(name => import(name) as Promise<Module>)])
  const virtualModules = Object.fromEntries(OWN_MODULES.map((name, index) => [name, own[index]]))
  return createJiti(import.meta.url, { fsCache: false, interopDefault: false, virtualModules }).import(path)
}

/** Only the file itself: what is missing inside it is the level's own fault, and its message tells best. */
const isMissing = (thrown: unknown, path: string): boolean =>
  thrown instanceof Error &&
  /^(ERR_)?MODULE_NOT_FOUND$/.test(String((thrown as NodeJS.ErrnoException).code)) &&
  thrown.message.includes(`'${path}'`)
