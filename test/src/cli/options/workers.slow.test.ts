import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../../support/packageInCache'
import { filesUnder, runCommand } from '../../../support/runCommand'

const SMALL_SUMS = fileURLToPath(new URL('../../../support/smallSums.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'genesis-workers-'))
let built: BuiltPackage

beforeAll(() => {
  built = buildPackageInCache()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the option --workers', () => {
  it.each([
    ['build', '--level', 'sums'],
    ['generate', '--module', SMALL_SUMS],
  ])('writes the same bytes with any number of workers: %s', (command, ...level) => {
    const run = (workers: number): ReadonlyMap<string, string> => {
      const out = join(folder, `${command}-${workers}`)
      const words = [command, ...level, '--count', '300', '--seed', '9', '--out', out, '--workers', String(workers)]
      expect(runCommand(built.command, words)).toMatchObject({ status: 0 })
      return filesUnder(out)
    }
    const one = run(1)
    expect(one.size).toBeGreaterThan(1)
    expect(run(3)).toEqual(one)
  })

  it('reports an invalid number of workers', () => {
    for (const workers of ['0', '1.5', 'all'])
      expect(runCommand(built.command, ['generate', '--level', 'sums', '--workers', workers]).stderr).toMatch(/^Invalid --workers: /)
    expect(runCommand(built.command, ['generate', '--level', 'sums', '--workers', '5000']).stderr).toMatch(/^Invalid --workers: /)
  })
})
