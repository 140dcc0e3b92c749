import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** Makes a folder for the tests of one file and removes it afterwards; returns a function from names to paths in it. */
export function temporaryFolder(): (name: string) => string {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'genesis-lines-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return name => join(folder, name)
}
