import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Builds the package into the cache under node_modules, as npm would install it, where it finds its dependencies. It is
 * removed when this process ends.
 *
 * @throws Error if the build fails.
 */
export function builtPackage() {
  const cache = join(ROOT, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'genesis-datasets-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))
  const tsup = join(ROOT, 'node_modules/tsup/dist/cli-default.js')
  const built = spawnSync(process.execPath, [tsup, '--silent', '--no-dts', '--out-dir', join(folder, 'dist')], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the package cannot be built: ${built.stderr}`)
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  const file = name => join(folder, 'dist', `${name}.js`)
  return { command: file('cli'), load: name => import(pathToFileURL(file(name)).href), url: name => pathToFileURL(file(name)).href }
}
