import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

interface Manifest {
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const manifestOf = (folder: string): Manifest => JSON.parse(read(`${folder}package.json`)) as Manifest

describe('docs/dependencies.md', () => {
  const { dependencies, optionalDependencies, devDependencies, version } = manifestOf('')
  const all = { ...dependencies, ...optionalDependencies, ...devDependencies }
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `(.+)` \| (.+?) \| (.+?) \| .+ \|$/gm)].map(([, ...cells]) => cells)

  it('lists every dependency once, by its exact version and licence', () => {
    const installed = Object.entries(all).map(([name, wanted]) => [name, wanted, manifestOf(`node_modules/${name}/`).license])
    expect(rows.sort()).toEqual(installed.sort())
  })

  it('has a change note for this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${version}\n`)
  })
})
