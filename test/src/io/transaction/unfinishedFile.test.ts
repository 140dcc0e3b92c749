import { mkdirSync } from 'node:fs'
import { either as E } from 'fp-ts'
import { describe, expect, it } from 'vitest'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder, finishedUnder } from '../support/bytesUnder'
import { faultyDisk } from '../support/faultyDisk'
import { expectRight, OTHER_CALLS, prepareFiles, STEP_CALLS } from '../support/stepCalls'

const at = temporaryFolder()

describe.each([...STEP_CALLS, ...OTHER_CALLS].map((call, index) => [call.name, call, `step${index}`] as const))(
  '%s on a disk with partial writes',
  (_, call, name) => {
    it('completes after any number of partial writes', async () => {
      const prepare = await prepareFiles(call, at(`${name}-before`))
      const roots = ['whole', 'short'].map(kind => at(`${name}-${kind}`)) as [string, string]
      for (const root of roots) {
        mkdirSync(root)
        prepare(root)
      }
      expectRight(await call.run(roots[0], faultyDisk().disk))
      const short = faultyDisk((_call, method) => (method === 'write' ? 'short' : undefined))
      // A write of one byte cannot be short: writing thirds of the rest ends there.
      expectRight(await call.run(roots[1], short.disk))
      expect(short.faults.length).toBeGreaterThan(20)
      expect(bytesUnder(roots[1])).toEqual(bytesUnder(roots[0]))
      expect(short.open()).toBe(0)
    })

    it('ends with a problem if nothing can be written', async () => {
      const root = at(`${name}-none`)
      mkdirSync(root)
      const prepare = await prepareFiles(call, at(`${name}-none-before`))
      prepare(root)
      const before = finishedUnder(root)
      const full = faultyDisk((_call, method) => (method === 'write' ? 'none' : undefined))
      const result = await call.run(root, full.disk)
      expect(E.isLeft(result) && expectProblems(result.left).map(({ _tag, received }) => [_tag, received])).toEqual([
        ['CannotWrite', expect.stringContaining('cannot write more bytes to ')],
      ])
      expect(full.open()).toBe(0)
      expect(finishedUnder(root)).toEqual(before)
    })
  },
)
