import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CACHE = join(ROOT, 'node_modules/.cache')
const SOURCES = [
  'src',
  'arbitraries',
  'laws',
  'examples/levels',
  'scripts/bundledText.ts',
  'package.json',
  'tsup.config.ts',
  'tsconfig.json',
]
const HOUR = 3_600_000

/** A built package in the cache. */
export interface BuiltPackage {
  readonly folder: string
  /** Path of the command's script. */
  readonly command: string
}

/**
 * Builds the package as npm would install it, without types, into the cache under node_modules. There it finds its
 * dependencies and resolves its own name. Tests therefore need no prior build, and share one build of the same sources.
 */
export function buildPackageInCache(): BuiltPackage {
  const folder = join(CACHE, `genesis-tests-${hashOfSources()}`)
  if (!existsSync(folder)) build(folder)
  return { folder, command: join(folder, 'dist/cli.js') }
}

/** Builds beside the target and then renames, since another test file may build at the same time. */
function build(folder: string): void {
  mkdirSync(CACHE, { recursive: true })
  removeOld()
  const beside = mkdtempSync(join(CACHE, 'genesis-tests-'))
  const tsup = join(ROOT, 'node_modules/tsup/dist/cli-default.js')
  const built = spawnSync(process.execPath, [tsup, '--silent', '--no-dts', '--out-dir', join(beside, 'dist')], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect({ status: built.status, stderr: built.status === 0 ? '' : built.stderr }).toEqual({ status: 0, stderr: '' })
  cpSync(join(ROOT, 'package.json'), join(beside, 'package.json'))
  try {
    renameSync(beside, folder)
  } catch {
    expect(existsSync(folder)).toBe(true)
    rmSync(beside, { recursive: true, force: true })
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    const files = statSync(path).isFile() ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
    for (const file of files) {
      if (statSync(join(path, file)).isFile()) hash.update(`${source}/${file}\0`).update(readFileSync(join(path, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** Removes builds that are older than an hour. */
function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    if (name.startsWith('genesis-tests-') && statSync(path).mtimeMs < Date.now() - HOUR) rmSync(path, { recursive: true, force: true })
  }
}
