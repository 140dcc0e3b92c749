import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { describe, expect, it } from 'vitest'
import type { Disk } from '../../../../src/io/disk/disk'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder, finishedUnder } from '../support/bytesUnder'
import { type CountedDisk, type Fault, faultyDisk } from '../support/faultyDisk'
import { expectRight, prepareFiles, OTHER_CALLS, STEP_CALLS, type StepCall } from '../support/stepCalls'

const at = temporaryFolder()
type Bytes = Readonly<Record<string, string>>

/** Files before and after an undisturbed run, and its calls. */
interface Undisturbed {
  readonly prepare: (to: string) => void
  readonly before: Bytes
  readonly after: Bytes
  readonly calls: readonly (keyof Disk)[]
}

async function undisturbed(call: StepCall, name: string): Promise<Undisturbed> {
  const prepare = await prepareFiles(call, at(`${name}-before`))
  const before = finishedUnder(at(`${name}-before`))
  prepare(at(name))
  const counted = faultyDisk()
  expectRight(await call.run(at(name), counted.disk))
  expect(counted.open()).toBe(0)
  const after = bytesUnder(at(name))
  expect(Object.keys(after).filter(path => path.includes('.genesis') || path.endsWith('.unfinished'))).toEqual([])
  return { prepare, before, after, calls: counted.calls }
}

const CODES: readonly Fault[] = ['ENOSPC', 'EIO', 'EMFILE', 'EACCES']
/** Calls that are tested with every fault; each other call is tested with one fault, in turn. */
const WRITING: readonly (keyof Disk)[] = ['write', 'rename', 'link']
/** Calls that only clean up: their faults do not affect the files. */
const CLEANUP: readonly (keyof Disk)[] = ['remove', 'removeFolder']

/** Expects that each published file is either the old or the new one. */
function expectWhole(root: string, { before, after }: Undisturbed, where: string): void {
  const found = finishedUnder(root)
  for (const path of new Set([...Object.keys(before), ...Object.keys(found)])) {
    const isWhole = found[path] === before[path] || (found[path] !== undefined && found[path] === after[path])
    expect(isWhole, `${path} after ${where}`).toBe(true)
  }
}

/** Runs a call on a failing disk, and again on a working disk. */
async function disturb(call: StepCall, made: Undisturbed, disk: CountedDisk, where: string): Promise<E.Either<unknown, unknown>> {
  const root = at('disturbed')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root)
  made.prepare(root)
  const result = await call.run(root, disk.disk)
  expect(disk.open(), `descriptors that are open after ${where}`).toBe(0)
  expectWhole(root, made, where)
  if (E.isLeft(result)) expectFaultReported(expectProblems(result.left), disk, where)
  else expect(finishedUnder(root), `files after ${where}`).toEqual(made.after)

  const quiet = faultyDisk()
  expect(E.isRight(await call.run(root, quiet.disk)), `the same call after ${where}`).toBe(true)
  expect(bytesUnder(root), `files of the same call after ${where}`).toEqual(made.after)
  expect(existsSync(join(root, '.genesis'))).toBe(false)
  return result
}

/** Expects that the error reports the fault of the disk. */
function expectFaultReported(problems: ReturnType<typeof expectProblems>, { faults }: CountedDisk, where: string): void {
  const [{ fault = 'none' } = {}] = faults
  const says = fault === 'none' ? 'cannot write more bytes' : `${fault}: `
  expect(
    problems.map(({ _tag, received }) => `${_tag} ${received.includes(says)}`),
    where,
  ).toEqual(['CannotWrite true'])
}

describe.each([...STEP_CALLS, ...OTHER_CALLS].map((call, index) => [call.name, call, `step${index}`] as const))(
  'a run of %s on a failing disk',
  (_, call, name) => {
    it('reports the fault at every call, loses nothing, and resumes to the same bytes', async () => {
      const made = await undisturbed(call, name)
      expect(made.calls.length).toBeGreaterThan(15)
      for (const [index, method] of made.calls.entries()) {
        for (const fault of WRITING.includes(method) ? CODES : CODES.slice(index % CODES.length).slice(0, 1)) {
          const disk = faultyDisk(callOf => (callOf === index ? fault : undefined))
          const where = `${fault} in call ${index}, ${method}`
          const result = await disturb(call, made, disk, where)
          expect(disk.faults, where).toEqual([{ method, fault }])
          if (!CLEANUP.includes(method)) expect(E.isLeft(result), where).toBe(true)
        }
      }
    })
  },
)
