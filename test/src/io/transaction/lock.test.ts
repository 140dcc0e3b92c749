import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { either as E } from 'fp-ts'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sums } from '../../../../examples/levels/sums'
import { generateFiles } from '../../../../src/io/buildFiles/generateFiles'
import { nodeDisk } from '../../../../src/io/disk/disk'
import { drawJob } from '../../../../src/io/buildFiles/drawJob'
import { drawStepsOnThisThread } from '../../../../src/io/buildFiles/drawSteps'
import { lockFolder } from '../../../../src/io/transaction/lock'
import { thisProcess } from '../../../../src/io/transaction/processIdentity'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { kill, startProbe } from '../support/startProbe'
import { expectRight } from '../support/stepCalls'

const at = temporaryFolder()
const COUNT = 60
const SAMPLES = 'raw/sums/samples.jsonl'

const generate = (out: string) => generateFiles(sums, 42, { out, count: COUNT })

function steps(out: string) {
  const job = drawJob(sums, 42, { out, count: COUNT }, false, nodeDisk)
  return drawStepsOnThisThread(expectRight(job))
}

async function expectLocked(out: string, holder: string): Promise<void> {
  const result = await generate(out)
  expect(E.isLeft(result) && expectProblems(result.left)).toMatchObject([
    {
      _tag: 'Locked',
      path: join(out, '.genesis'),
      received: `a run of ${holder}`,
      hint: expect.stringContaining(join(out, '.genesis', 'lock')),
    },
  ])
}

/** Makes a root whose lock contains this text. */
function lockedRoot(name: string, text: string): string {
  mkdirSync(at(`${name}/.genesis`), { recursive: true })
  writeFileSync(at(`${name}/.genesis/lock`), text)
  return at(name)
}

describe('a locked folder', () => {
  it('rejects a second run of the same process and names the first', async () => {
    const first = steps(at('one'))
    first.next()
    const before = bytesUnder(at('one'))
    await expectLocked(at('one'), `process ${process.pid} on ${hostname()}`)
    expect(bytesUnder(at('one'))).toEqual(before)
    first.return(E.left({ _tag: 'FileError', problems: [] }))
    expectRight(await generate(at('one')))
    expect(Object.keys(bytesUnder(at('one')))).toEqual(['raw/sums/.manifest.json', SAMPLES])
  })

  it('rejects a run of another process until the first is killed', async () => {
    const probe = startProbe(at('two/.genesis'), 'hold')
    expect(await probe.says()).toBe('held')
    await expectLocked(at('two'), `process ${probe.child.pid} on ${hostname()}`)
    await kill(probe)
    expectRight(await generate(at('two')))
    expect(Object.keys(bytesUnder(at('two')))).toEqual(['raw/sums/.manifest.json', SAMPLES])
  })

  it('stays locked if the lock belongs to another machine, however old it is', async () => {
    const text = JSON.stringify({ host: `not-${hostname()}`, pid: 1, started: '' })
    const root = lockedRoot('another-host', text)
    await expectLocked(root, `process 1 on not-${hostname()}`)
    expect(readFileSync(join(root, '.genesis/lock'), 'utf8')).toBe(text)
  })
})

describe('a stale lock', () => {
  const gone = (): number => spawnSync(process.execPath, ['--version']).pid
  const own = thisProcess()
  const [boot = '', ticks = ''] = own.started.split(' ')

  it.each<[string, () => string]>([
    ['of a process that has ended', () => JSON.stringify({ ...own, pid: gone() })],
    ['of a process whose id another one has now', () => JSON.stringify({ ...own, started: `${boot} ${Number(ticks) - 1}` })],
    ['of a process before a restart of the machine', () => JSON.stringify({ ...own, started: `0${boot} ${ticks}` })],
    ['that is empty', () => ''],
    ['that is damaged', () => JSON.stringify(own).slice(0, -3)],
    ['that holds nothing of a lock', () => 'null'],
    ['that holds fields of other types', () => JSON.stringify({ host: hostname(), pid: '1', started: '' })],
  ])('is taken over without remains: a lock %s', async (name, text) => {
    const root = lockedRoot(name.replaceAll(' ', '-'), text())
    expectRight(await generate(root))
    expect(Object.keys(bytesUnder(root))).toEqual(['raw/sums/.manifest.json', SAMPLES])
  })

  it.runIf(process.platform === 'linux')('is taken over if its process is a zombie', async () => {
    // The child ends after the shell has replaced itself by a program that never waits for it.
    const child = '( until grep -q sleep /proc/$$/comm; do :; done )'
    const parent = spawn('sh', ['-c', `${child} & echo $!; exec sleep 60`], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void parent.kill())
    const [output] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(output)
    const statOf = (): string => readFileSync(`/proc/${pid}/stat`, 'latin1')
    while (!/\) Z /.test(statOf())) await setTimeout(1)
    const started = `${boot} ${statOf().split(') ')[1]?.split(' ')[19]}`
    const root = lockedRoot('zombie', JSON.stringify({ ...own, pid, started }))
    expectRight(await generate(root))
  })

  it('is taken over despite the remains of a run that was killed while taking it over', async () => {
    const root = lockedRoot('half-way', JSON.stringify({ ...own, pid: gone() }))
    const folder = join(root, '.genesis')
    const steps: string[] = []
    const dies = (): never => {
      throw new Error('killed')
    }
    const dying = { ...nodeDisk, remove: (path: string) => void (steps.push(path) && dies()) }
    expect(() => lockFolder(dying, folder)).toThrow('killed')
    const left = readdirSync(folder)
    expect(left.length).toBeGreaterThan(2)
    // The remains name this process, which is alive; they are changed to name a process that has ended.
    for (const name of left) {
      const text = readFileSync(join(folder, name), 'utf8').replace(`"pid":${process.pid},`, `"pid":${gone()},`)
      rmSync(join(folder, name))
      writeFileSync(join(folder, name.replace(String(process.pid), String(gone()))), text)
    }
    expectRight(await generate(root))
    expect(Object.keys(bytesUnder(root))).toEqual(['raw/sums/.manifest.json', SAMPLES])
  })

  it.each(['link', 'remove'] as const)('is taken over by only one run if another one interferes: at a %s', method => {
    const folder = join(lockedRoot(`between-${method}`, 'stale'), '.genesis')
    const path = join(folder, 'lock')
    const others: ReturnType<typeof lockFolder>[] = []
    const between = (name: string): void => {
      // Directly before the first process removes the stale lock, or announces it.
      if (others.length === 0 && (method === 'link') === (name !== path)) others.push(lockFolder(nodeDisk, folder))
    }
    const disk = {
      ...nodeDisk,
      link: (from: string, to: string) => {
        if (method === 'link') between(to)
        nodeDisk.link(from, to)
      },
      remove: (name: string) => {
        if (method === 'remove' && name === path) between(name)
        nodeDisk.remove(name)
      },
    }
    const locks = [lockFolder(disk, folder), ...others]
    expect(locks).toHaveLength(2)
    const held = locks.filter(lock => !('_tag' in lock) && lock.isHeld())
    const kept = locks.filter(lock => '_tag' in lock && lock._tag === 'Locked')
    expect([held.length, kept.length]).toEqual([1, 1])
  })

  it('is left by a run that cannot remove it, and recognized by the next run of its process', () => {
    const folder = at('unremovable/.genesis')
    const disk = {
      ...nodeDisk,
      remove: (path: string) => {
        if (path.endsWith('/lock')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
        nodeDisk.remove(path)
      },
    }
    const first = lockFolder(disk, folder)
    expect('_tag' in lockFolder(nodeDisk, folder)).toBe(true)
    expect(() => 'release' in first && first.release()).toThrow('EACCES')
    const second = lockFolder(nodeDisk, folder)
    expect('isHeld' in second && second.isHeld()).toBe(true)
    expect('isHeld' in first && first.isHeld()).toBe(false)
  })

  it('is taken over by one of 20 competing processes at a time', async () => {
    const folder = join(lockedRoot('fight', JSON.stringify({ ...own, pid: gone() })), '.genesis')
    const probes = Array.from({ length: 20 }, () => startProbe(folder, 'leave'))
    for (const probe of probes) expect(await probe.says()).toBe('ready')
    writeFileSync(at('fight/start'), '')
    expect(await Promise.all(probes.map(probe => probe.says()))).toEqual(probes.map(() => 'alone'))
    await Promise.all(probes.map(({ ended }) => ended))
    expectRight(await generate(at('fight')))
    expect(Object.keys(bytesUnder(at('fight')))).toEqual(['raw/sums/.manifest.json', SAMPLES, 'start'])
  })
})

describe('a lock that is removed during a run', () => {
  it.each([
    ['is gone', undefined],
    ['is of another run', JSON.stringify({ ...thisProcess(), run: 'another' })],
  ])('is noticed before any file is published: it %s', async (name, text) => {
    const root = at(name.replaceAll(' ', '-'))
    const run = steps(root)
    run.next()
    const path = join(root, '.genesis/lock')
    rmSync(path)
    if (text !== undefined) writeFileSync(path, text)
    let next = run.next()
    while (next.done !== true) next = run.next()
    expect(E.isLeft(next.value) && expectProblems(next.value.left)).toMatchObject([
      { _tag: 'CannotWrite', path: root, received: expect.stringContaining('was removed') },
    ])
    expect(Object.keys(bytesUnder(root)).filter(path => path.startsWith('raw/') && !path.endsWith('.unfinished'))).toEqual([])
    if (text === undefined) expectRight(await generate(root))
    else expect(readFileSync(path, 'utf8')).toBe(text)
  })
})
