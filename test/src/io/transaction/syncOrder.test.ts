import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { type Disk, nodeDisk } from '../../../../src/io/disk/disk'
import { drawJob } from '../../../../src/io/buildFiles/drawJob'
import { drawStepsOnThisThread } from '../../../../src/io/buildFiles/drawSteps'
import { runSteps } from '../../../../src/io/steps'

/** Returns a disk that records its calls by path. */
function recording(events: string[]): Disk {
  const paths = new Map<number, string>()
  return {
    ...nodeDisk,
    open: (path, fresh) => {
      const descriptor = nodeDisk.open(path, fresh)
      paths.set(descriptor, basename(path))
      return descriptor
    },
    write: (descriptor, bytes, position) => {
      events.push(`write ${paths.get(descriptor)}`)
      return nodeDisk.write(descriptor, bytes, position)
    },
    sync: descriptor => {
      events.push(`sync ${paths.get(descriptor)}`)
      nodeDisk.sync(descriptor)
    },
    rename: (from, to) => {
      events.push(`rename ${basename(from)} into ${dirname(to)}`)
      nodeDisk.rename(from, to)
    },
    syncFolder: path => {
      events.push(`sync folder ${path}`)
      nodeDisk.syncFolder(path)
    },
  }
}

describe('publishing a file', () => {
  it('syncs the file and the commit record before the rename, and its folder right after', async () => {
    const out = mkdtempSync(join(tmpdir(), 'genesis-sync-'))
    const events: string[] = []
    const job = drawJob(sums, 42, { out, count: 250, checkpointEvery: 100 }, true, recording(events))
    if (E.isLeft(job)) throw new Error('no job')
    expect(E.isRight(await runSteps(drawStepsOnThisThread(job.right), {}))).toBe(true)
    rmSync(out, { recursive: true, force: true })
    const renames = events.flatMap((event, at) => {
      const [, name = '', folder = ''] = /^rename (\S+) into (.+)$/.exec(event) ?? []
      return name === '' ? [] : [{ name, folder, at }]
    })
    const named = renames.filter(({ name }) => !/checkpoint|commit/.test(name))
    expect(named).toHaveLength(9)
    const promise = renames.find(({ name }) => name.includes('commit'))?.at ?? Number.POSITIVE_INFINITY
    for (const { name, folder, at } of renames) {
      const before = events.slice(0, at)
      expect(before.lastIndexOf(`sync ${name}`), name).toBeGreaterThan(before.lastIndexOf(`write ${name}`))
      expect(events.slice(at), name).toContain(`sync folder ${folder}`)
    }
    for (const { name, at } of named) expect(at, name).toBeGreaterThan(promise)
    expect(events.indexOf(`sync folder ${join(out, '.genesis')}`, promise)).toBeLessThan(named[0]?.at ?? 0)
  })
})
