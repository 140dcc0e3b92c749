import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

describe('package-lock.json', () => {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, Entry>> }

  it('lists every platform of every tool, as `npm ci` requires (scripts/completeLockfile.mjs adds them)', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(name => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages)),
    )
    expect(missing).toEqual([])
  })

  it('names no registry, so that any mirror can serve it', () => {
    expect(
      Object.entries(packages).filter(([path, { version, resolved }]) => path !== '' && (version === undefined || resolved !== undefined)),
    ).toEqual([])
    expect(text).not.toContain('://registry')
  })
})
