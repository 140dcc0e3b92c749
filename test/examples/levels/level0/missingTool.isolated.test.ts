import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => {
  vi.doUnmock('iced-x86')
  vi.doUnmock('@alexaltea/capstone-js')
})

const level0 = async (): Promise<unknown> => (await import('../../../../examples/levels/level0')).level0()

/** Makes a package fail to load, as if it were not installed. */
function uninstall(name: string): void {
  vi.doMock(name, () => {
    throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
  })
}

describe('level 0', () => {
  it.each(['iced-x86', '@alexaltea/capstone-js'])('names the package to install if %s is missing', async name => {
    uninstall(name)
    await expect(level0()).rejects.toThrow(`Cannot load ${name}. Install it: npm install ${name}`)
  })

  it('keeps the original error as the cause', async () => {
    uninstall('iced-x86')
    await expect(level0()).rejects.toMatchObject({ cause: expect.any(Error) })
  })

  it('loads if both tools are installed', async () => {
    await expect(level0()).resolves.toMatchObject({ name: 'level0' })
  })
})
