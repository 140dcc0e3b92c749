import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

interface Manifest {
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const manifestOf = (folder: string): Manifest => JSON.parse(read(`${folder}package.json`)) as Manifest

describe('docs/dependencies.md', () => {
  const { dependencies, optionalDependencies, devDependencies, version } = manifestOf('')
  const all = { ...dependencies, ...optionalDependencies, ...devDependencies }
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `(.+)` \| (.+?) \| (.+?) \| .+ \|$/gm)].map(([, ...cells]) => cells)

  it('lists every dependency once, with its exact version and licence', () => {
    const installed = Object.entries(all).map(([name, wanted]) => [name, wanted, manifestOf(`node_modules/${name}/`).license])
    expect(rows.sort()).toEqual(installed.sort())
  })

  it('has a change note for this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${version}\n`)
  })
})

describe('an optional tool', () => {
  const { optionalDependencies, peerDependencies, peerDependenciesMeta, devDependencies } = manifestOf('')
  const LARGEST = 8_000_000

  it.each(Object.keys(optionalDependencies))('takes less than 8 MB if npm installs it by default: %s', name => {
    expect(bytesOf(name)).toBeLessThan(LARGEST)
  })

  it.each(Object.entries(peerDependencies))(
    'is an optional peer above 8 MB, and a development dependency of a clone: %s',
    (name, version) => {
      expect(bytesOf(name)).toBeGreaterThan(LARGEST)
      expect(peerDependenciesMeta[name]).toEqual({ optional: true })
      expect(devDependencies[name]).toBe(version)
    },
  )

  /** Returns the size of a package in bytes, without its dependencies. */
  function bytesOf(name: string): number {
    const folder = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))
    const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => statSync(join(folder, file)))
    return sizes.reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0)
  }
})
