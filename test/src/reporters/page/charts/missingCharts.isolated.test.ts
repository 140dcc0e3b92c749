import { readFileSync } from 'node:fs'
import { beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../../../support/temporaryFolder'

const at = temporaryFolder()

beforeEach(() => {
  vi.resetModules()
})

it.each(['@observablehq/plot', 'linkedom'])('the page has tables only and names the missing package if %s is not installed', async name => {
  vi.doMock(name, () => {
    throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
  })
  const { buildFiles, reportPage } = await import('genesis-datasets/files')
  const { sums } = await import('../../../../../examples/levels/sums')
  const out = at(name.replace(/\W/g, ''))
  expect((await buildFiles(sums, 7, { out, count: 250 }))._tag).toBe('Right')
  const page = await reportPage(sums, { input: `${out}/validated/sums` })
  vi.doUnmock(name)
  if (page._tag === 'Left') throw new Error('no page was written')
  const text = readFileSync(page.right.path, 'utf8')
  expect(text).not.toContain('<svg')
  expect(text).toContain('<code>npm install @observablehq/plot linkedom</code>')
  expect(text.match(/<details open>/g)?.length).toBeGreaterThan(5)
})
