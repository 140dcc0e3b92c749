import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as levels from 'genesis-datasets/levels'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../support/packageInCache'

/** Hooks that write the address of every loaded module to stderr, one per line. */
const HOOKS = `import { writeSync } from 'node:fs'
export const load = (url, context, next) => (writeSync(2, url + '\\n'), next(url, context))`
const RUN = `import { register } from 'node:module'
register('./hooks.mjs', import.meta.url)
const levels = await import('genesis-datasets/levels')
for (const name of process.argv.slice(2)) console.log((await levels[name]()).name)
console.log(Object.keys(levels).sort().join())`

describe('the registry of levels', () => {
  let built: BuiltPackage
  let folder: string
  beforeAll(() => {
    built = buildPackageInCache()
    folder = mkdtempSync(join(built.folder, 'registry-'))
    writeFileSync(join(folder, 'hooks.mjs'), HOOKS)
    writeFileSync(join(folder, 'run.mjs'), RUN)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs a process that loads these levels; returns its output and the modules loaded for it. */
  function run(...names: readonly string[]): { readonly printed: readonly string[]; readonly modules: readonly string[] } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'run.mjs'), ...names], { encoding: 'utf8' })
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
    return {
      printed: stdout.trimEnd().split('\n'),
      modules: stderr
        .trimEnd()
        .split('\n')
        .filter(url => !url.startsWith('node:')),
    }
  }

  it('lists the names of the levels and loads none of them', () => {
    const { printed, modules } = run()
    expect(printed).toEqual([Object.keys(levels).sort().join()])
    // Only small modules are needed to load a level later: neither the engine nor a level.
    const bytes = modules.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0)
    expect(modules[0]).toMatch(/dist\/levels\.js$/)
    expect(bytes).toBeLessThan(4_000)
  })

  it.each(['sums', 'chainSum', 'knightsKnaves'] as const)('loads %s without the tools of another level', name => {
    const { modules } = run(name)
    expect(modules.length).toBeGreaterThan(2)
    expect(modules.filter(url => /iced-x86|capstone|v86/.test(url))).toEqual([])
  })

  it('loads level 1 without the emulator if the processor of this machine is usable', () => {
    const { modules } = run('level1')
    expect(modules.filter(url => /iced-x86|capstone/.test(url)).length).toBeGreaterThan(1)
    expect(modules.filter(url => /node_modules\/v86/.test(url))).toEqual([])
  })

  it('loads level 0 with its own tools', () => {
    const { printed, modules } = run('level0')
    expect(printed[0]).toBe('level0')
    expect(modules.filter(url => /iced-x86|capstone/.test(url)).length).toBeGreaterThan(1)
    expect(modules.filter(url => /v86/.test(url))).toEqual([])
  })
})
