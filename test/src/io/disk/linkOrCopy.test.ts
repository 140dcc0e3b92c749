import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkOrCopy } from '../../../../src/io/disk/linkOrCopy'

describe('linkOrCopy', () => {
  it('copies if the disk supports no links, and never replaces another file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'genesis-link-'))
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    const failing = (code: string) => (): never => {
      throw Object.assign(new Error(code), { code })
    }
    writeFileSync(from, 'lock')
    expect(() => linkOrCopy(failing('EIO'), from, to)).toThrow('EIO')
    linkOrCopy(failing('EPERM'), from, to)
    expect(readFileSync(to, 'utf8')).toBe('lock')
    expect(() => linkOrCopy(failing('ENOTSUP'), from, to)).toThrow('EEXIST')
    rmSync(folder, { recursive: true, force: true })
  })
})
