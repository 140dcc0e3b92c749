import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fc } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { build } from 'tsup'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { digest } from './support/digest'
import { smallSums } from '../../support/smallSums'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const folder = at('../../../reports/environment')
const expected = digest(sums, 42, 200)

describe('the global configuration of fast-check', () => {
  afterEach(() => fc.resetConfigureGlobal())

  it.each([
    { seed: 1 },
    { numRuns: 1 },
    { unbiased: true },
    { endOnFailure: true },
    { baseSize: 'xlarge' },
    { baseSize: 'xsmall', defaultSizeToMaxWhenMaxSpecified: false },
    { skipAllAfterTimeLimit: 0 },
    { interruptAfterTimeLimit: 0 },
  ] satisfies readonly fc.GlobalParameters[])('changes no row: %o', parameters => {
    const before = digest(smallSums, 7, 300)
    fc.configureGlobal(parameters)
    expect(digest(sums, 42, 200)).toBe(expected)
    expect(digest(smallSums, 7, 300)).toBe(before)
  })
})

describe('the environment of the process', () => {
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    await build({
      config: false,
      silent: true,
      format: ['esm'],
      entry: [at('support/printDigest.ts')],
      outDir: folder,
      tsconfig: at('../../../tsconfig.json'),
      noExternal: [/^genesis-datasets/],
      target: 'node20',
    })
  })

  const run = (env: Readonly<Record<string, string>>): readonly string[] =>
    execFileSync(process.execPath, [`${folder}/printDigest.js`], {
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    }).split(' ')

  it.each([
    [{ TZ: 'UTC', LC_ALL: 'C' }, 'UTC', '1,234.5'],
    [{ TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8' }, 'Pacific/Kiritimati', '1.234,5'],
    [{ TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, 'America/St_Johns', '1.234,5'],
    [{ TZ: 'Asia/Tokyo', LC_ALL: 'ar_EG.UTF-8', NODE_OPTIONS: '--max-old-space-size=256' }, 'Asia/Tokyo', undefined],
  ])('changes no row: %o', (env, zone, number) => {
    const [found, foundZone, foundNumber] = run(env)
    // The environment reached the program.
    expect(foundZone).toBe(zone)
    if (number !== undefined) expect(foundNumber).toBe(number)
    expect(found).toBe(expected)
  })
})
