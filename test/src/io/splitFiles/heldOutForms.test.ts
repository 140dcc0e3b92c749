import { either as E } from 'fp-ts'
import type { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { drawJob } from '../../../../src/io/buildFiles/drawJob'
import { drawStepsOnThisThread } from '../../../../src/io/buildFiles/drawSteps'
import { runSteps, type Steps } from '../../../../src/io/steps'
import { fileError } from '../../../../src/model/problem'
import { formByTotal, heldSums } from '../../../support/heldSums'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { quickDisk } from '../support/faultyDisk'
import { expectRight } from '../support/stepCalls'

const at = temporaryFolder()

const build = (root: string, level: typeof sums = heldSums): Steps<unknown> =>
  drawStepsOnThisThread(expectRight(drawJob(level, 42, { out: root, count: 500, checkpointEvery: 50 }, true, quickDisk)))

function interruptedAt(steps: Steps<unknown>, rows: number): void {
  for (let next = steps.next(); next.done !== true && next.value.done < rows; next = steps.next());
  steps.return(E.left(fileError([])))
}

describe('a dataset with held-out forms', () => {
  it('has the same bytes after any number of interruptions', async () => {
    const [whole, resumed] = [at('held-whole'), at('held-resumed')]
    expectRight(await runSteps(build(whole), {}))
    for (const rows of [130, 300, 490]) interruptedAt(build(resumed), rows)
    expectRight(await runSteps(build(resumed), {}))
    expect(bytesUnder(resumed)).toEqual(bytesUnder(whole))
  })

  it('is written from the start if other forms are held out without a new version', async () => {
    const other = { ...heldSums, holdoutForm: formByTotal(41) }
    const [whole, resumed] = [at('held-other'), at('held-edited')]
    expectRight(await runSteps(build(whole, other), {}))
    interruptedAt(build(resumed), 300)
    expectRight(await runSteps(build(resumed, other), {}))
    expect(bytesUnder(resumed)).toEqual(bytesUnder(whole))
    const rebuilt = await runSteps(build(resumed), {})
    expect(E.isLeft(rebuilt) && rebuilt.left.problems[0]?._tag).toBe('AlreadyExists')
  })
})
