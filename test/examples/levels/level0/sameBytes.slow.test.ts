import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { buildPackageInCache } from '../../../support/packageInCache'
import { level0Dataset } from './support/level0Dataset'

const COUNT = 250

const digestOf = (samples: readonly Sample[]): string =>
  createHash('sha256')
    .update(samples.map(sample => `${JSON.stringify(sample)}\n`).join(''))
    .digest('hex')

/** Returns a script that builds in its own process and prints the digest of the rows, the time zone and a localized number. */
const scriptIn = (folder: string): string => `
  const at = name => import(${JSON.stringify(`${pathToFileURL(join(folder, 'dist'))}/`)} + name)
  const [{ buildDataset }, { level0 }, { createHash }] = await Promise.all([at('index.js'), at('levels.js'), import('node:crypto')])
  const { right } = buildDataset(await level0(), 42, { count: ${COUNT} })
  const digest = createHash('sha256').update(right.samples.map(sample => JSON.stringify(sample) + '\\n').join('')).digest('hex')
  console.log(JSON.stringify({ digest, zone: new Date(0).getTimezoneOffset(), half: (0.5).toLocaleString() }))
`

function built(folder: string, cwd: string, environment: Readonly<Record<string, string>>): unknown {
  const options = { cwd, encoding: 'utf8', env: { PATH: process.env.PATH, ...environment } } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', scriptIn(folder)], options)
  return status === 0 ? JSON.parse(stdout) : stderr
}

describe('level 0', () => {
  it('produces the same bytes in other processes, folders, time zones and locales', async () => {
    const { dataset } = await level0Dataset(COUNT)
    const digest = digestOf(dataset.samples)
    const bundle = buildPackageInCache()
    expect(built(bundle.folder, tmpdir(), { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual({
      digest,
      zone: -330,
      half: '0,5',
    })
    expect(built(bundle.folder, bundle.folder, { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' })).toEqual({
      digest,
      zone: 210,
      half: '0.5',
    })
  })

  it('shares hardly any input between two seeds', async () => {
    const [one, other] = await Promise.all([level0Dataset(5_000, 1), level0Dataset(5_000, 2)])
    const inputs = new Set(one.dataset.samples.map(({ input }) => input))
    expect(inputs.size).toBe(5_000)
    expect(other.dataset.samples.filter(({ input }) => inputs.has(input)).length).toBeLessThanOrEqual(1)
  })
})
