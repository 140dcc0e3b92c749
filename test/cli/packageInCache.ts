import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface BuiltPackage {
  readonly folder: string
  /** The command's script. */
  readonly command: string
  readonly remove: () => void
}

/**
 * The package as npm would install it, without its types, freshly built into the cache under node_modules: there it
 * finds its dependencies, and `genesis-datasets` means itself. So the tests need no build before them.
 */
export function buildPackageInCache(): BuiltPackage {
  const cache = join(ROOT, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'genesis-datasets-'))
  const out = join(folder, 'dist')
  const tsup = join(ROOT, 'node_modules/tsup/dist/cli-default.js')
  const built = spawnSync(process.execPath, [tsup, '--silent', '--no-dts', '--out-dir', out], { cwd: ROOT, encoding: 'utf8' })
  expect({ status: built.status, stderr: built.status === 0 ? '' : built.stderr }).toEqual({ status: 0, stderr: '' })
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  return { folder, command: join(out, 'cli.js'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
